package org.jingzhun.supervision.household;

import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.jingzhun.supervision.feed.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What household-service tells. */
@Component
class HouseholdFeed implements FeedSource {

    private final HouseholdClient household;

    HouseholdFeed(HouseholdClient household) {
        this.household = household;
    }

    @Override
    public String name() {
        return "household";
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        return PageRequest.send(() -> household.facts(after, limit));
    }
}
