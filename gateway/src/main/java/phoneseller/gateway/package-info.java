/**
 * The one door of the shop. Whatever a customer's browser or a dealer's tool asks comes in here and
 * is passed on to the service that owns it; a service that is away is answered for, in words that a
 * client can act on, and links in answers lead back to this door.
 */
@NullMarked
package phoneseller.gateway;

import org.jspecify.annotations.NullMarked;
