/**
 * The payment of an order. It is charged at the provider once, however often it is asked for, and
 * undone as a whole: points back first, then the refund, then the news of it. What is begun is
 * finished, whatever crashes or is away meanwhile.
 */
@NullMarked
package phoneseller.pay;

import org.jspecify.annotations.NullMarked;
