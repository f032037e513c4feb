/** What the manifests promise, held against the manifests. */
@NullMarked
package phoneseller.deploy;

import org.jspecify.annotations.NullMarked;
