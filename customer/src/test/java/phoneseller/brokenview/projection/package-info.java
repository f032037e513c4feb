@NullMarked
package phoneseller.brokenview.projection;

import org.jspecify.annotations.NullMarked;
