package org.jingzhun.starter.access;

import java.util.Map;

/** A piece of a where clause and its named parameters: {@code jdbc.sql("… where " + it.sql()).params(it.params())}. */
public record Condition(String sql, Map<String, Object> params) {

    static final Condition NOTHING = new Condition("1 = 0", Map.of());

    public Condition {
        params = Map.copyOf(params);
    }
}
