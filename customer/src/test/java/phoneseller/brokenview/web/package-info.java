@NullMarked
package phoneseller.brokenview.web;

import org.jspecify.annotations.NullMarked;
