package org.jingzhun.supervision.finance;

import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedSource;
import org.jingzhun.supervision.feed.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What finance-service tells. */
@Component
class FinanceFeed implements FeedSource {

    private final FinanceClient finance;

    FinanceFeed(FinanceClient finance) {
        this.finance = finance;
    }

    @Override
    public String name() {
        return "finance";
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        return PageRequest.send(() -> finance.facts(after, limit));
    }
}
