/** Orders and phones over HTTP, in the spelling of the contract. */
@NullMarked
package phoneseller.app.adapter.web;

import org.jspecify.annotations.NullMarked;
