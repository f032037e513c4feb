/** The shop's endpoints on its framework, without the shop. */
@NullMarked
package phoneseller.benchmark.spring;

import org.jspecify.annotations.NullMarked;
