package org.jingzhun.standalone.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Who reads everything for a backup, made anew at each start with rights to read only.
 *
 * @param mayFill whether this server is being filled from a backup, before anybody works with it
 */
public record BackupAccount(String password, boolean mayFill) {

    public static final String USER = "backup";
    /** The file in the secrets of the installation. */
    public static final String SECRET = "BACKUP_DB_PASSWORD";

    List<String> statements() {
        var lines = new ArrayList<String>();
        lines.add("drop user if exists '%s'@'127.0.0.1'".formatted(USER));
        lines.addAll(InitFile.account(USER, password));
        if (mayFill) {
            lines.add("grant all privileges on *.* to '%s'@'127.0.0.1'".formatted(USER));
        } else {
            lines.add("grant select, show view, trigger, lock tables on `jz\\_%%`.* to '%s'@'127.0.0.1'".formatted(USER));
            lines.add("grant reload, binlog monitor on *.* to '%s'@'127.0.0.1'".formatted(USER));
        }
        return lines;
    }
}
