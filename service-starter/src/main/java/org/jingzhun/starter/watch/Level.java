package org.jingzhun.starter.watch;

import org.jspecify.annotations.Nullable;

/**
 * A number that the database knows, shown as a gauge. Every bean of this kind is asked for now and then, by every instance.
 *
 * @param label name of the label if there is one number for each of several things; then {@code sql} answers label and number
 * @param sql one query that costs next to nothing: it runs all day long
 */
public record Level(String name, String description, @Nullable String label, String sql) {

    public Level(String name, String description, String sql) {
        this(name, description, null, sql);
    }
}
