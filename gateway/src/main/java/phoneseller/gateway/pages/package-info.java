/**
 * The pages of the shop as a browser gets them: the files of the module {@code web}, held in
 * memory, and a page of the gateway's own where there is nothing to show.
 */
@NullMarked
package phoneseller.gateway.pages;

import org.jspecify.annotations.NullMarked;
