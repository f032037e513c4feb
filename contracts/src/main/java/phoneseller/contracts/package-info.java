/**
 * The published language of the shop: what the services tell each other on the topic {@code
 * phoneseller}. A record holds plain values as they stand on the wire, in their order on the wire.
 * Whoever changes one changes the golden JSON beside it and the AsyncAPI document, and only adds.
 */
@NullMarked
package phoneseller.contracts;

import org.jspecify.annotations.NullMarked;
