/**
 * The real Kafka broker and the real PostgreSQL of a shop on one machine, without containers. They
 * keep their data over restarts and over {@code kill -9}, and listen on the loopback address alone.
 * Nothing here is meant for production, where both are clusters that somebody else runs.
 */
@NullMarked
package phoneseller.local;

import org.jspecify.annotations.NullMarked;
