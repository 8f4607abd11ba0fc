/**
 * Torture of the feed: many writers whose producer is killed, and consumers that are killed too; in the end their tables are compared. Runs the
 * feed of service-starter in processes and a database of its own.
 */
@NullMarked
package org.jingzhun.bench.torture;

import org.jspecify.annotations.NullMarked;
