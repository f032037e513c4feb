/**
 * The OpenID provider of the shop on one machine: four demo accounts, one client (the gateway), and
 * tokens that say who somebody is and in which roles. In production somebody else's provider has
 * this place, so it runs nowhere else.
 */
@NullMarked
package phoneseller.login;

import org.jspecify.annotations.NullMarked;
