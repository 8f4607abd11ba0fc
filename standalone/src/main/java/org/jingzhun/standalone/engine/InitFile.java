package org.jingzhun.standalone.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What MariaDB does at each start before it opens its port: schemas and accounts are there, with the passwords of the
 * installation, and nobody else is. One statement per line, as the server reads it.
 *
 * <p>The account for daily work gets nothing on the schema here: the service gives it what each table needs after its
 * migrations, so that it can add to a journal without ever changing it.
 */
final class InitFile {

    private InitFile() {}

    static String of(List<Schema> schemas, BackupAccount backup) {
        var lines = new ArrayList<String>();
        lines.add("set sql_log_bin = 0"); // accounts belong to the installation, not to a backup of its data
        lines.add("drop database if exists test");
        for (var schema : schemas) {
            lines.add("create database if not exists `%s` character set utf8mb4 collate utf8mb4_0900_ai_ci"
                    .formatted(schema.name()));
            lines.addAll(account(schema.user(), schema.password()));
            lines.addAll(account(schema.migrationUser(), schema.migrationPassword()));
            // the name of a schema in a grant is a pattern, in which _ stands for any letter
            lines.add("grant all privileges on `%s`.* to '%s'@'127.0.0.1' with grant option"
                    .formatted(schema.name().replace("_", "\\_"), schema.migrationUser()));
        }
        lines.addAll(backup.statements());
        return String.join(";\n", lines) + ";\n";
    }

    static List<String> account(String user, String password) {
        return List.of("create user if not exists '%s'@'127.0.0.1'".formatted(user),
                "alter user '%s'@'127.0.0.1' identified by '%s'".formatted(user,
                        password.replace("\\", "\\\\").replace("'", "''")));
    }
}
