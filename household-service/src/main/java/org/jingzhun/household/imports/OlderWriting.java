package org.jingzhun.household.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.jingzhun.household.imports.Decisions.Decided;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what a file says of a time before the register's, row by row; it is the rare way.
 *
 * <p>What has not changed since the file's day is corrected from that day on, as far as it was believed to hold. What contradicts and is
 * taken from the file holds from that day, or from as far back as the register reaches, until today: also over what was recorded since.
 */
@Component
class OlderWriting {

    private static final int AT_ONCE = 500;
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final History history;
    private final DifferenceKeys keys;
    private final DifferenceReader reader;
    private final OlderHeads heads;

    OlderWriting(JdbcClient jdbc, History history, DifferenceKeys keys, DifferenceReader reader, OlderHeads heads) {
        this.jdbc = jdbc;
        this.history = history;
        this.keys = keys;
        this.reader = reader;
        this.heads = heads;
    }

    /** Before the new rows of the chunk are written: who moves in by a decision is one of them. */
    void write(Range range, Decided decided, String by, Instant at) {
        var all = keys.older(range, decided.takesAny());
        var byHousehold = all.stream()
                .collect(Collectors.groupingBy(DifferenceKey::householdSeq, LinkedHashMap::new, Collectors.toList()));
        var some = new ArrayList<DifferenceKey>();
        for (var household : byHousehold.values()) {
            some.addAll(household);
            if (some.size() >= AT_ONCE) {
                writeSome(range, some, decided, by, at);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            writeSome(range, some, decided, by, at);
        }
    }

    private void writeSome(Range range, List<DifferenceKey> some, Decided decided, String by, Instant at) {
        var differences = reader.read(range.job(), some);
        var broken = heads.broken(range, differences, decided);
        var touched = new LinkedHashMap<Integer, TreeSet<String>>();
        var days = new HashMap<Integer, Difference>();
        for (var difference : differences) {
            for (var field : write(range, difference, decided, broken.contains(difference.household()), by, at)) {
                touched.computeIfAbsent(difference.householdSeq(), it -> new TreeSet<>()).add(field.key());
                days.put(difference.householdSeq(), difference);
            }
        }
        touched.forEach((household, fields) -> {
            var difference = Objects.requireNonNull(days.get(household));
            var names = String.join(",", fields);
            jdbc.sql("""
                    insert into register_event (number, action, effective_on, recorded_at, household, village, import_number, fields,
                           entered_by, approved_by)
                    values (concat(:number, '-', :seq, '-past'), 'changed-by-import', :day, :at, :household, :village, :number,
                            :fields, :account, nullif(:by, :account))
                    """).param("number", range.job().number()).param("seq", household).param("day", difference.effectiveOn())
                    .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC)).param("household", difference.household())
                    .param("village", difference.village())
                    .param("fields", names.substring(0, Math.min(LONGEST, names.length())))
                    .param("account", range.job().account()).param("by", by).update();
        });
    }

    private List<Field> write(Range range, Difference difference, Decided decided, boolean withoutRelations, String by,
            Instant at) {
        var past = new EnumMap<Holder, Map<String, @Nullable Object>>(Holder.class);
        var taken = new EnumMap<Holder, Map<String, @Nullable Object>>(Holder.class);
        var written = new ArrayList<Field>();
        for (var it : difference.fields()) {
            var holder = it.field().holder();
            if (withoutRelations && holder == Holder.MEMBERSHIP) {
                continue;
            }
            var isTaken = it.state() == FieldDifference.State.CONFLICTING
                    && decided.of(difference, it.field()) == Decision.TAKE_FILE;
            if (isTaken && !difference.ids().containsKey(holder)) {
                moveIn(range, difference);
                written.add(it.field());
            } else if (isTaken || (it.state() == FieldDifference.State.CHANGED && it.isOlder())) {
                var columns = (isTaken ? taken : past).computeIfAbsent(holder, key -> new HashMap<>());
                columns.put(RegisterColumns.compared(it.field()), it.file());
                if (it.field().isEncrypted()) {
                    columns.put(it.field().column(), difference.ciphers().get("file." + it.field().column()));
                }
                written.add(it.field());
            }
        }
        past.forEach(
                (holder, columns) -> history.write(holder, id(difference, holder), columns, difference.effectiveOn(), by, at));
        taken.forEach((holder, columns) -> take(holder, id(difference, holder), columns, difference.effectiveOn(), by, at));
        return written;
    }

    private static long id(Difference difference, Holder holder) {
        return Objects.requireNonNull(difference.ids().get(holder));
    }

    /** From the file's day until today: each later period says it as well. */
    private void take(Holder holder, long id, Map<String, @Nullable Object> columns, LocalDate from, String by, Instant at) {
        var since = new TreeSet<>(jdbc.sql("""
                select valid_from from %1$s where id = :id and recorded_to = '9999-12-31 00:00:00'
                union select valid_from from %2$s where id = :id
                """.formatted(holder.history(), holder.table())).param("id", id).query(LocalDate.class).list());
        var days = new TreeSet<>(since.tailSet(from, false));
        if (!since.first().isAfter(from)) {
            days.add(from);
        }
        days.forEach(day -> history.write(holder, id, columns, day, by, at));
    }

    /** Marks the row as one of a new member, and of a new person where the register has never heard of him. */
    private void moveIn(Range range, Difference difference) {
        jdbc.sql("""
                update import_row r left join person d on d.resident_id_digest = r.resident_id_digest
                   set r.change_kind = r.change_kind | 4 | if(d.id is null, 1, 0)
                 where r.import_id = :import and r.household_seq = :household and r.row_no = :row
                """).param("import", range.job().id()).param("household", difference.householdSeq())
                .param("row", difference.row()).update();
    }
}
