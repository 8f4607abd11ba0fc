package org.jingzhun.starter.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a deed was done to.
 *
 * @param kind such as {@code household} or {@code import}
 * @param id its opaque number; never a resident ID, a name or another personal datum
 * @param area division code of the record, by which readers of the audit are limited; none if it lies nowhere
 */
public record Subject(String kind, @Nullable String id, @Nullable String area) {

    public static Subject of(String kind, String id) {
        return new Subject(kind, id, null);
    }

    public static Subject in(String area, String kind, String id) {
        return new Subject(kind, id, area);
    }
}
