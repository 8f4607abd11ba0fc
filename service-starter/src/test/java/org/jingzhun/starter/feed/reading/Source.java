package org.jingzhun.starter.feed.reading;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Writes pages as a service does, then spoils them. */
final class Source implements FeedSource {

    final List<String> facts = new ArrayList<>();
    private String epoch = "E1";
    Function<String, String> garbling = page -> page;
    boolean repeatsAll;
    volatile int asked;
    private volatile @Nullable Way slow;

    void tell(String... more) {
        facts.addAll(List.of(more));
    }

    /** The next page is under way until it may arrive; it is made before. */
    Way slow() {
        var way = new Way();
        slow = way;
        return way;
    }

    void restore() {
        facts.clear();
        epoch = "E2";
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public FeedPage read(@Nullable String after, int limit) {
        asked++;
        var way = slow;
        slow = null; // only the first page
        var page = page(after, limit);
        if (way != null) {
            way.travel();
        }
        return page == null
                ? FeedPage.of(409, null)
                : FeedPage.of(200, new ByteArrayInputStream(garbling.apply(page).getBytes(StandardCharsets.UTF_8)));
    }

    private @Nullable String page(@Nullable String after, int limit) {
        if (after != null && !after.startsWith(epoch)) {
            return null;
        }
        var from = after == null ? 0 : Integer.parseInt(after.substring(after.indexOf('.') + 1));
        var until = Math.min(facts.size(), from + limit);
        var page = new StringBuilder();
        for (int i = repeatsAll ? 0 : from; i < until; i++) {
            var words = facts.get(i).split(" ");
            page.append("""
                    {"position":%d,"kind":"thing-changed","aggregate":{"kind":"thing","id":"%s","version":%s},"division":"451481101201",\
                    "effectiveOn":"2020-01-01","recordedAt":"2020-01-01T00:00:00Z","body":{"x":1},"addedLater":true}
                    """.formatted(i + 1, words[0], words[1]));
        }
        page.append(
                "{\"kind\":\"page\",\"next\":\"%s.%d\",\"head\":%d,\"epoch\":\"%s\",\"atEnd\":%b}\n".formatted(epoch, until,
                        facts.size(), epoch, until == facts.size()));
        return page.toString();
    }
}
