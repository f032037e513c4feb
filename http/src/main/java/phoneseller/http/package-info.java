/**
 * The edge that every service shows to HTTP: one correlation id from call to call, problem
 * documents (RFC 9457) for whatever is refused, HAL pages, and a limit on what a body may weigh. It
 * knows no business word.
 */
@NullMarked
package phoneseller.http;

import org.jspecify.annotations.NullMarked;
