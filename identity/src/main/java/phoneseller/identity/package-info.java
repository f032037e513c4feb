/**
 * Who calls, and what they may. A person shows a token of the OpenID provider, a service one that
 * it signed itself with the secret that the services share; {@code access.txt} says who may do
 * what. It knows no business word.
 */
@NullMarked
package phoneseller.identity;

import org.jspecify.annotations.NullMarked;
