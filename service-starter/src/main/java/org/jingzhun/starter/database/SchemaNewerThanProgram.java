package org.jingzhun.starter.database;

/** The schema was migrated by a newer release than the one that starts; running on would damage what it does not know. */
public class SchemaNewerThanProgram extends RuntimeException {

    SchemaNewerThanProgram(String migration) {
        super("The database schema is newer than this program: it already has the migration " + migration
                + ", which this release does not know.");
    }
}
