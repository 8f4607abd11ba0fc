package org.jingzhun.test.stranger;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the stranger got. */
record Answer(int status, Map<String, List<String>> headers, String body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Fails if one of these stands in the body or in a header. The path that the stranger himself sent, a problem may repeat. */
    void holdsNoneOf(Set<String> secrets) {
        var json = json();
        var text = json instanceof ObjectNode problem && !isSuccess() ? withoutInstance(problem) : body;
        for (var secret : secrets) {
            if (text.contains(secret) || headers.toString().contains(secret)) {
                throw new AssertionError("the answer holds " + secret + ": " + this);
            }
        }
    }

    private static String withoutInstance(ObjectNode problem) {
        var rest = problem.deepCopy();
        rest.remove("instance");
        return rest.toString();
    }

    /** Whether it is made of lists, and all of them are empty. */
    boolean isEmptyList() {
        var json = json();
        if (json == null) {
            return false;
        }
        var lists = 0;
        var waiting = new ArrayDeque<JsonNode>(List.of(json));
        while (!waiting.isEmpty()) {
            var node = waiting.removeFirst();
            if (node.isArray()) {
                lists++;
                if (!node.isEmpty()) {
                    return false;
                }
            }
            waiting.addAll(node.values());
        }
        return lists > 0;
    }

    /** The mark of the next page; empty if there is none. */
    String next() {
        var json = json();
        return json == null ? "" : json.path("next").asString("");
    }

    private @Nullable JsonNode json() {
        try {
            return body.isBlank() ? null : JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return null; // a file
        }
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 500 ? body.substring(0, 500) + "…" : body);
    }
}
