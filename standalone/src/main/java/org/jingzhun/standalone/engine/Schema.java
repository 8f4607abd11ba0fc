package org.jingzhun.standalone.engine;

/**
 * What one service owns in the database: a schema, an account for its work, and one for its migrations.
 *
 * @param user may read and change rows where the migrations let it; no right to change a table
 * @param migrationUser everything within the schema, and passing it on
 */
public record Schema(String name, String user, String password, String migrationUser, String migrationPassword) {}
