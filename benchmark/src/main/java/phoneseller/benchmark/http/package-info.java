/** As little HTTP/1.1 as a load generator and a bare pipeline need. */
@NullMarked
package phoneseller.benchmark.http;

import org.jspecify.annotations.NullMarked;
