package org.jingzhun.starter.feed.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of a feed.
 *
 * @param next what the next page is asked with
 * @param head position of the newest fact of the source when the page was made
 * @param atEnd whether there was nothing more then
 */
public record FeedPage(List<Fact> facts, String next, long head, String epoch, boolean atEnd) {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final JsonMapper JSON = JsonMapper.shared(); // new fields of another service are none of our business

    private record End(String next, long head, String epoch, boolean atEnd) {}

    /**
     * Reads an answer of {@code GET …/facts} to its last line.
     *
     * @throws FeedOver if the mark is of an order or a scope that is over: begin at zero
     * @throws FeedUnavailable if there is no page, or it is broken off or garbled
     */
    public static FeedPage of(int status, @Nullable InputStream body) {
        if (status == CONFLICT) {
            throw new FeedOver();
        }
        if (status != OK || body == null) {
            throw new FeedUnavailable("status " + status);
        }
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            return read(lines);
        } catch (IOException e) {
            throw new FeedUnavailable("the page broke off");
        } catch (JacksonException e) {
            throw new FeedUnavailable("the page is garbled");
        }
    }

    private static FeedPage read(BufferedReader lines) throws IOException {
        var facts = new ArrayList<Fact>();
        String before = null;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (before != null) {
                facts.add(JSON.readValue(before, Fact.class));
            }
            before = line;
        }
        if (before == null || !JSON.readTree(before).path("kind").asString("").equals("page")) {
            throw new FeedUnavailable("the page broke off");
        }
        var end = JSON.readValue(before, End.class);
        return new FeedPage(List.copyOf(facts), end.next, end.head, end.epoch, end.atEnd);
    }
}
