package org.jingzhun.supervision.relocation;

import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.jingzhun.supervision.feed.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What relocation-service tells. */
@Component
class RelocationFeed implements FeedSource {

    private final RelocationClient relocation;

    RelocationFeed(RelocationClient relocation) {
        this.relocation = relocation;
    }

    @Override
    public String name() {
        return "relocation";
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        return PageRequest.send(() -> relocation.facts(after, limit));
    }
}
