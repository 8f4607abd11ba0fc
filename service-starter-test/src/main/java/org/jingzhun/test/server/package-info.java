/**
 * Server starts the engines that tests run against: a real MariaDB with real accounts, a real Redis, and a key ring of the moment.
 *
 * <p>A test says {@code @Import(EmbeddedMariaDb.class)} or {@code @Import(EmbeddedRedis.class)}; each engine is started once per JVM.
 */
@NullMarked
package org.jingzhun.test.server;

import org.jspecify.annotations.NullMarked;
