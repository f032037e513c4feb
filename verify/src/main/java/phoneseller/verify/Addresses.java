package phoneseller.verify;

import java.net.URI;

/**
 * Where a shop is.
 *
 * @param bootstrap the broker as HOST:PORT; blank: the topic and the dead letters are not looked at
 */
public record Addresses(URI app, URI pay, URI store, URI reward, URI customer, String bootstrap) {}
