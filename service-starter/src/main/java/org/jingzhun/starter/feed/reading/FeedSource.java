package org.jingzhun.starter.feed.reading;

import org.jspecify.annotations.Nullable;

/** The feed of another service, behind this service's own client for it. */
public interface FeedSource {

    /** Name of the other service, as it names itself in nudges. */
    String name();

    /**
     * The page after a mark, or the first; see {@link FeedPage#of}.
     *
     * @throws FeedOver if the source does not know the mark any more
     */
    FeedPage read(@Nullable String after, int limit);
}
