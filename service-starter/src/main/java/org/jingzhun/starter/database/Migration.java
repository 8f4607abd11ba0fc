package org.jingzhun.starter.database;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Brings the schema to this release at the start, with the account that may, then hands the tables to the application's account. */
class Migration implements FlywayMigrationStrategy {

    private static final Set<MigrationState> UNKNOWN_HERE = EnumSet.of(MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED);

    private final TableRights rights;

    Migration(TableRights rights) {
        this.rights = rights;
    }

    @Override
    public void migrate(Flyway flyway) {
        refuseNewerSchema(flyway);
        flyway.migrate();
        rights.grant(flyway.getConfiguration().getDataSource());
    }

    private static void refuseNewerSchema(Flyway flyway) {
        Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getVersion() != null) // repeatable ones may be given up
                .filter(migration -> UNKNOWN_HERE.contains(migration.getState()))
                .findFirst()
                .ifPresent(migration -> {
                    throw new SchemaNewerThanProgram(name(migration));
                });
    }

    private static String name(MigrationInfo migration) {
        return migration.getVersion() == null
                ? migration.getDescription()
                : migration.getVersion() + " " + migration.getDescription();
    }
}
