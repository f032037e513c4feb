/** The store's own database: one row a shipment, each write against the version that was read. */
@NullMarked
package phoneseller.store.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
