package org.jingzhun.bench.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row of the register as it goes through time, filed as household-service does it: a change keeps what was believed of the days from its
 * first day on, and what goes on to be true of the days before.
 */
final class Row {

    /** Columns whose values a {@link Row} has, and not the generator. */
    static final Set<String> CHANGING = Set.of("village", "type", "poor_kind", "exit_state", "main_cause", "first_identified_on");

    static final String NULL = "\\N";
    private static final String FOR_EVER = "9999-12-31";
    private static final String STILL = FOR_EVER + " 00:00:00";
    private static final String BY = "flow";

    private final FlowTable.Kind kind;
    private final String unchanging;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> history = new ArrayList<>();
    private final String created;
    private LocalDate from;
    private String recorded;
    private int version = 1;

    /** @param unchanging the start of its line in the file */
    Row(FlowTable.Kind kind, String unchanging, Map<String, String> values, LocalDate from, LocalDate recordedOn) {
        this.kind = kind;
        this.unchanging = unchanging;
        this.values.putAll(values);
        this.from = from;
        recorded = at(recordedOn);
        created = recorded;
    }

    /** Gives columns new values from a day on, not before the one from which the row holds. */
    void change(Map<String, String> to, LocalDate on, LocalDate recordedOn) {
        var at = at(recordedOn);
        history.add(line(from.toString(), FOR_EVER, recorded, at));
        if (from.isBefore(on)) {
            history.add(line(from.toString(), on.toString(), at, STILL));
        }
        values.putAll(to);
        from = on;
        recorded = at;
        version++;
    }

    /** Gives columns new values for as long as the row has held: so ends a membership. */
    void amend(Map<String, String> to, LocalDate recordedOn) {
        change(to, from, recordedOn);
    }

    private static String at(LocalDate day) {
        return day + " 08:00:00";
    }

    String current() {
        return "%s\t%d\t%s\t%s\t%s\t%s\t%s".formatted(start(), version, created, recorded, from, recorded, BY);
    }

    List<String> history() {
        return history;
    }

    private String line(String validFrom, String validTo, String recordedFrom, String recordedTo) {
        return String.join("\t", start(), validFrom, validTo, recordedFrom, recordedTo, BY);
    }

    private String start() {
        var line = new StringBuilder(unchanging);
        FlowTable.changing(kind).forEach(column -> line.append('\t').append(values.getOrDefault(column, NULL)));
        return line.toString();
    }
}
