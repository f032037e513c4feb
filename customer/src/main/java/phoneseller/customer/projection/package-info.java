/**
 * From events to tables. The events seen of an order are a set, kept as its timeline; its row in
 * the view and its points entries are functions of that set, so neither the order of arrival nor a
 * repetition can matter. Totals move by the difference that a batch makes.
 */
@NullMarked
package phoneseller.customer.projection;

import org.jspecify.annotations.NullMarked;
