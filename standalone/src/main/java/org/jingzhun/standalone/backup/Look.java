package org.jingzhun.standalone.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jingzhun.standalone.backup.Manifest.SchemaState;

/** What the database says of itself. */
final class Look {

    private final Server server;

    Look(Server server) {
        this.server = server;
    }

    List<SchemaState> schemas() {
        var found = new ArrayList<SchemaState>();
        for (var schema : server.rows("show databases like 'jz\\_%'")) {
            found.add(new SchemaState(schema, migrations(schema), epoch(schema).orElse(null)));
        }
        return List.copyOf(found);
    }

    boolean keepsBinlog() {
        return server.one("select @@log_bin").filter("1"::equals).isPresent();
    }

    String version() {
        return server.one("select version()").orElse("");
    }

    private List<String> migrations(String schema) {
        return has(schema, "flyway_schema_history")
                ? server.rows("select version from `%s`.flyway_schema_history".formatted(schema)
                        + " where success = 1 and version is not null order by installed_rank")
                : List.of();
    }

    private Optional<String> epoch(String schema) {
        return has(schema, "feed_state")
                ? server.one("select epoch from `%s`.feed_state".formatted(schema))
                : Optional.empty();
    }

    private boolean has(String schema, String table) {
        return server.one("select count(*) from information_schema.tables where table_schema = '%s' and table_name = '%s'"
                .formatted(schema, table)).filter("1"::equals).isPresent();
    }
}
