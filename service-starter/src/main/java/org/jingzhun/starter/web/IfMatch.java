package org.jingzhun.starter.web;

import java.util.List;

/** Which version of a record the caller has seen and means to change: a controller argument made of the header {@code If-Match}. */
public record IfMatch(List<String> tags) {

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /** Refuses (412) unless the record is still as the caller saw it. */
    public void require(long version) {
        if (!matches(version)) {
            throw new ChangedMeanwhile();
        }
    }

    public boolean matches(long version) {
        return tags.contains("*") || tags.contains(Version.tag(version));
    }
}
