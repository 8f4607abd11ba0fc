package org.jingzhun.starter.feed.reading;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Writes pages as a service does, then spoils them. */
final class Source implements FeedSource {

    private final List<String> facts = new ArrayList<>();
    private String epoch = "E1";
    Function<String, String> garbling = page -> page;
    boolean repeatsAll;
    int asked;

    void tell(String... more) {
        facts.addAll(List.of(more));
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
        if (after != null && !after.startsWith(epoch)) {
            return FeedPage.of(409, null);
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
        return FeedPage.of(200, new ByteArrayInputStream(garbling.apply(page.toString()).getBytes(StandardCharsets.UTF_8)));
    }
}
