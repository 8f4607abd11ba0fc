/**
 * Database holds what every service with a schema needs: settings of the pool, migrations with their own account, rights per table,
 * and deadlocks tried again.
 *
 * <p>Migrations come from {@code db/starter} (tables of this starter, versions 0.x) and {@code db/migration} (the service's own). After
 * them the application's account gets its rights table by table, on append-only tables without change and removal. Features use
 * {@link org.jingzhun.starter.database.RetryDeadlocks} or {@link org.jingzhun.starter.database.Transactions}.
 */
@NullMarked
package org.jingzhun.starter.database;

import org.jspecify.annotations.NullMarked;
