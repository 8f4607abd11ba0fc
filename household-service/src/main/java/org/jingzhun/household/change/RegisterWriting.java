package org.jingzhun.household.change;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.jingzhun.household.history.NotYetKnown;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the steps of a change to the register, through its history. */
@Component
class RegisterWriting {

    private final JdbcClient jdbc;
    private final FieldValues values;
    private final History history;

    RegisterWriting(JdbcClient jdbc, FieldValues values, History history) {
        this.jdbc = jdbc;
        this.values = values;
        this.history = history;
    }

    /** Writes all steps. Gives the ids of households that are new. */
    List<Long> write(List<Step> steps, LocalDate from, String by, Instant at) {
        var added = new ArrayList<Long>();
        try {
            for (var step : steps) {
                write(step, new Stamp(from, by, at), added);
            }
        } catch (NotYetKnown e) {
            throw new Refusals.NotYetPossible(e.since());
        }
        return added;
    }

    private void write(Step step, Stamp stamp, List<Long> added) {
        switch (step) {
            case Step.Write it ->
                history.write(it.holder(), it.id(), values.columns(it.values(), it.number()), stamp.from, stamp.by,
                        stamp.at);
            case Step.End it -> history.end(it.membership(), values.columns(it.values(), ""), stamp.from, stamp.by, stamp.at);
            case Step.NewHousehold it -> {
                var columns = values.columns(it.values(), it.number());
                columns.put("number", it.number());
                columns.put("digest_generation", values.digestGeneration());
                insert(Holder.HOUSEHOLD, columns, stamp);
                added.add(id(Holder.HOUSEHOLD, it.number()));
            }
            case Step.NewPerson it -> {
                var columns = values.columns(it.values(), it.number());
                columns.put("number", it.number());
                columns.put("digest_generation", values.digestGeneration());
                insert(Holder.PERSON, columns, stamp);
            }
            case Step.NewMembership it -> {
                var columns = values.columns(it.values(), "");
                columns.put("household_id", id(Holder.HOUSEHOLD, it.household()));
                columns.put("person_id", id(Holder.PERSON, it.person()));
                insert(Holder.MEMBERSHIP, columns, stamp);
            }
            case Step.NewYear it -> {
                var columns = values.columns(it.values(), "");
                columns.put("household_id", it.household());
                columns.put("year", it.year());
                insert(Holder.HOUSEHOLD_YEAR, columns, stamp);
            }
        }
    }

    private void insert(Holder holder, Map<String, @Nullable Object> columns, Stamp stamp) {
        var all = new HashMap<>(columns);
        var at = LocalDateTime.ofInstant(stamp.at, ZoneOffset.UTC);
        all.put("version", 1);
        all.put("created_at", at);
        all.put("changed_at", at);
        all.put("changed_by", stamp.by);
        all.put("valid_from", stamp.from);
        all.put("recorded_from", at);
        var names = all.keySet().stream().sorted().toList();
        jdbc.sql("insert into %s (%s) values (%s)".formatted(holder.table(), String.join(", ", names),
                String.join(", ", names.stream().map(name -> ":" + name).toList()))).params(all).update();
    }

    private long id(Holder holder, String number) {
        return jdbc.sql("select id from %s where number = ?".formatted(holder.table())).param(number).query(Long.class).single();
    }

    private record Stamp(LocalDate from, String by, Instant at) {}
}
