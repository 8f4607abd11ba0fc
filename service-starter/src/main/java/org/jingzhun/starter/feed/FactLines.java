package org.jingzhun.starter.feed;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Facts as lines of JSON (NDJSON), the last of them the end of the page. */
class FactLines {

    private static final JsonFactory JSON = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .rootValueSeparator("").build();

    private final JsonGenerator json;
    private int count;

    FactLines(OutputStream out) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    int count() {
        return count;
    }

    /** The fact as far as the reader may see it. @return whether he was given anything */
    boolean write(ResultSet fact, Scope scope) throws SQLException {
        var division = fact.getString("division");
        var also = fact.getString("also_division");
        if (scope.covers(division) || covers(scope, also)) {
            whole(fact, division, also);
        } else if (covers(scope, fact.getString("left_division"))) {
            start(fact, "left-scope");
            newLine();
        } else {
            return false;
        }
        count++;
        return true;
    }

    private static boolean covers(Scope scope, @Nullable String division) {
        return division != null && scope.covers(division);
    }

    private void start(ResultSet fact, String kind) throws SQLException {
        json.writeStartObject();
        json.writeNumberProperty("position", fact.getLong("position"));
        json.writeStringProperty("kind", kind);
        json.writeObjectPropertyStart("aggregate");
        json.writeStringProperty("kind", fact.getString("aggregate_kind"));
        json.writeStringProperty("id", fact.getString("aggregate"));
        json.writeNumberProperty("version", fact.getLong("version"));
        json.writeEndObject();
    }

    private void whole(ResultSet fact, String division, @Nullable String also) throws SQLException {
        start(fact, fact.getString("kind"));
        json.writeStringProperty("division", division);
        if (also != null) {
            json.writeStringProperty("alsoDivision", also);
        }
        json.writeStringProperty("effectiveOn", fact.getObject("effective_on", LocalDate.class).toString());
        json.writeStringProperty("recordedAt",
                fact.getObject("recorded_at", LocalDateTime.class).toInstant(ZoneOffset.UTC).toString());
        json.writeName("body");
        json.writeRawValue(fact.getString("body").replace('\n', ' ')); // inside JSON texts a line break is escaped
        newLine();
    }

    void end(String next, long head, String epoch, boolean atEnd) {
        json.writeStartObject();
        json.writeStringProperty("kind", "page");
        json.writeStringProperty("next", next);
        json.writeNumberProperty("head", head);
        json.writeStringProperty("epoch", epoch);
        json.writeBooleanProperty("atEnd", atEnd);
        newLine();
        json.close();
    }

    private void newLine() {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
