/** Payments as rows, the same SQL on H2, HSQLDB and PostgreSQL. */
@NullMarked
package phoneseller.pay.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
