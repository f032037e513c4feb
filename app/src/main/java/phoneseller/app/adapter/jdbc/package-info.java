/**
 * Orders, the keys of their requests and the catalogue as rows, the same SQL on H2, HSQLDB and
 * PostgreSQL.
 */
@NullMarked
package phoneseller.app.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
