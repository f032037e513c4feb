/**
 * The yardstick: the shop's flow without any framework, in six processes. Rows that arrive together
 * are written in one transaction, events travel in whole batches, every answer waits for the disk.
 * It has none of the shop's care: no security, no limits, no repeated requests, no redelivery.
 */
@NullMarked
package phoneseller.benchmark.bare;

import org.jspecify.annotations.NullMarked;
