package org.jingzhun.starter.page;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lists are cut into pages.
 *
 * @param cursorKey secret that signs cursors, the same for all instances of a service; made at each start if it is not set
 * @param defaultLimit items of a page if the caller does not say
 * @param maxLimit items of a page at most
 */
@ConfigurationProperties("jingzhun.page")
public record PageSettings(
        @Nullable String cursorKey, @DefaultValue("50") int defaultLimit, @DefaultValue("500") int maxLimit) {

    private static final int SHORTEST_KEY = 16;

    public PageSettings {
        if (cursorKey != null && !cursorKey.isBlank() && cursorKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "jingzhun.page.cursor-key has fewer than " + SHORTEST_KEY + " characters");
        }
        if (defaultLimit < 1 || maxLimit < defaultLimit) {
            throw new IllegalArgumentException("jingzhun.page: 1 <= default-limit <= max-limit");
        }
    }

    @Override
    public String toString() {
        return "PageSettings[defaultLimit=" + defaultLimit + ", maxLimit=" + maxLimit + "]";
    }
}
