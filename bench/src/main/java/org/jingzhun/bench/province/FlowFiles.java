package org.jingzhun.bench.province;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jingzhun.bench.flow.Fate;
import org.jingzhun.bench.flow.Happening;
import org.jingzhun.bench.generator.CountyRegister;
import org.jingzhun.bench.generator.CountyRegister.Member;

/** Writes the lives of a city's households as files for LOAD DATA, one for each table. */
final class FlowFiles implements AutoCloseable {

    private static final LocalDate BEGUN = LocalDate.of(2014, 12, 31);
    private static final LocalDate RECORDED = LocalDate.of(2015, 1, 20);
    private static final int DATA_YEAR = 2019;
    private static final int RELATION = CountyRegister.place("RELATION");
    private static final int PHONE = CountyRegister.place("PHONE");
    private static final int DOCUMENT = CountyRegister.place("RESIDENT_ID");
    private static final int CAUSE = CountyRegister.place("CAUSE");

    private final Map<FlowTable, Writer> files = new EnumMap<>(FlowTable.class);
    private final Crypto crypto;
    private long household;
    private long person;

    FlowFiles(Path folder, Crypto crypto) throws IOException {
        this.crypto = crypto;
        for (var table : FlowTable.values()) {
            files.put(table, new BufferedWriter(Files.newBufferedWriter(file(folder, table)), 1 << 18));
        }
    }

    static Path file(Path folder, FlowTable table) {
        return folder.resolve(table.table() + ".tsv");
    }

    void write(Fate fate) {
        household++;
        var members = fate.kept().in(DATA_YEAR);
        var row = household(fate, members.getFirst());
        var cause = Mapping.code("cause", members.getFirst().text(CAUSE));
        var persons = new TreeMap<Integer, Row>();
        var memberships = new TreeMap<Integer, Row>();
        fate.first().stream()
                .forEach(member -> join(member, members.get(member), Map.of(), BEGUN, RECORDED, persons, memberships));
        for (var happening : fate.happenings()) {
            if (happening.kind().isOfHousehold()) {
                row.change(state(happening, cause), happening.on(), happening.recordedOn());
            } else {
                happen(happening, members, persons, memberships);
            }
        }
        put(FlowTable.HOUSEHOLD, row);
        persons.values().forEach(each -> put(FlowTable.PERSON, each));
        memberships.values().forEach(each -> put(FlowTable.MEMBERSHIP, each));
    }

    private void happen(Happening happening, List<Member> members, Map<Integer, Row> persons, Map<Integer, Row> memberships) {
        var member = happening.member();
        var on = happening.on();
        var recordedOn = happening.recordedOn();
        switch (happening.kind()) {
            case BORN -> join(member, members.get(member), joined(on, "新生儿"), on, recordedOn, persons, memberships);
            case MARRIED_IN -> join(member, members.get(member), joined(on, "婚入"), on, recordedOn, persons, memberships);
            case DIED -> {
                Objects.requireNonNull(persons.get(member)).change(Map.of("died_on", on.toString()), on, recordedOn);
                Objects.requireNonNull(memberships.get(member)).amend(left(on, "死亡"), recordedOn);
            }
            case MARRIED_OUT -> Objects.requireNonNull(memberships.get(member)).amend(left(on, "婚出"), recordedOn);
            case EXIT, TAKEN_BACK, IDENTIFIED, RETURNED, MOVED -> throw new IllegalArgumentException("of the household");
        }
    }

    private static Map<String, String> joined(LocalDate on, String reason) {
        return Map.of("joined_on", on.toString(), "join_reason", Mapping.code("join-reason", reason));
    }

    private static Map<String, String> left(LocalDate on, String reason) {
        return Map.of("left_on", on.toString(), "leave_reason", Mapping.code("leave-reason", reason));
    }

    private static Map<String, String> state(Happening happening, String cause) {
        return switch (happening.kind()) {
            case EXIT -> poverty("脱贫", "一般脱贫户", "脱贫户");
            case TAKEN_BACK -> poverty("未脱贫", "一般贫困户", null);
            case RETURNED -> poverty("返贫", "一般贫困户", null);
            case IDENTIFIED -> {
                var found = poverty("未脱贫", "一般贫困户", null);
                found.put("main_cause", cause);
                found.put("first_identified_on", happening.on().toString());
                yield found;
            }
            case MOVED -> Map.of("village", happening.village());
            case BORN, MARRIED_IN, DIED, MARRIED_OUT -> throw new IllegalArgumentException("of a member");
        };
    }

    private static Map<String, String> poverty(String exitState, String poorKind,
            @org.jspecify.annotations.Nullable String type) {
        var values = new HashMap<String, String>();
        values.put("exit_state", Mapping.code("exit-state", exitState));
        values.put("poor_kind", Mapping.code("poor-kind", poorKind));
        values.put("type", type == null ? Row.NULL : Mapping.code("household-type", type));
        return values;
    }

    private Row household(Fate fate, Member head) {
        var kept = fate.kept();
        var phone = head.text(PHONE).isEmpty() ? "" : CountyRegister.phone(person + 1, 1);
        var line = new StringBuilder().append(household).append('\t').append(kept.number());
        secret(line, phone, "household.phone", kept.number(), "phone");
        FlowTable.Kind.HOUSEHOLD.fields.forEach(field -> line.append('\t').append(field.value(head)));
        var ordinary = fate.start() == Fate.State.ORDINARY;
        var values = new HashMap<String, String>();
        if (ordinary) {
            values.put("type", Mapping.code("household-type", "一般户"));
        } else {
            values.putAll(poverty("未脱贫", "一般贫困户", null));
            values.put("main_cause", Mapping.code("cause", head.text(CAUSE)));
            values.put("first_identified_on", BEGUN.toString());
        }
        values.put("village", kept.village());
        return new Row(FlowTable.Kind.HOUSEHOLD, line.toString(), values, BEGUN, RECORDED);
    }

    private void join(int place, Member member, Map<String, String> joined, LocalDate on, LocalDate recordedOn,
            Map<Integer, Row> persons, Map<Integer, Row> memberships) {
        person++;
        var line = new StringBuilder().append(person).append('\t').append(member.number());
        var document = member.text(DOCUMENT);
        line.append('\t').append(crypto.encrypted(document, "person.resident_id", member.number()));
        line.append('\t').append(crypto.digest("resident-id", document.substring(0, 18)));
        secret(line, member.text(PHONE).isEmpty() ? "" : CountyRegister.phone(person, 1), "person.phone", member.number(),
                "phone");
        FlowTable.Kind.PERSON.fields.forEach(field -> line.append('\t').append(field.value(member)));
        persons.put(place, new Row(FlowTable.Kind.PERSON, line.toString(), Map.of(), on, recordedOn));
        var membership = "%d\t%d\t%d\t%s".formatted(person, household, person, Mapping.code("relation", member.text(RELATION)));
        memberships.put(place, new Row(FlowTable.Kind.MEMBERSHIP, membership, joined, on, recordedOn));
    }

    private void secret(StringBuilder line, String clear, String column, String row, String purpose) {
        line.append('\t').append(clear.isEmpty() ? Row.NULL : crypto.encrypted(clear, column, row));
        line.append('\t').append(clear.isEmpty() ? Row.NULL : crypto.digest(purpose, clear));
    }

    private void put(FlowTable table, Row row) {
        try {
            file(table).append(row.current()).append('\n');
            for (var line : row.history()) {
                file(FlowTable.valueOf(table + "_HISTORY")).append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Writer file(FlowTable table) {
        return Objects.requireNonNull(files.get(table));
    }

    @Override
    public void close() throws IOException {
        for (var file : files.values()) {
            file.close();
        }
    }
}
