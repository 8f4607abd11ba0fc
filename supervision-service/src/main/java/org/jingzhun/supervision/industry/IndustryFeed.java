package org.jingzhun.supervision.industry;

import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.jingzhun.supervision.feed.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What industry-service tells. */
@Component
class IndustryFeed implements FeedSource {

    private final IndustryClient industry;

    IndustryFeed(IndustryClient industry) {
        this.industry = industry;
    }

    @Override
    public String name() {
        return "industry";
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        return PageRequest.send(() -> industry.facts(after, limit));
    }
}
