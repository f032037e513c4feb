/**
 * Who sits in front of the pages. A person signs in at an OpenID provider (authorization code with
 * PKCE); the tokens then travel in one encrypted cookie, so that any instance of the gateway serves
 * anybody, and a restart signs nobody out. Towards the services the cookie becomes a bearer token.
 */
@NullMarked
package phoneseller.gateway.session;

import org.jspecify.annotations.NullMarked;
