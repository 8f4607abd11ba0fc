package org.jingzhun.household.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.household.record.HouseholdRecord.MemberRecord;
import org.jingzhun.starter.access.Condition;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads households in full, some hundred at a time, in the order village, number. */
@Component
public class HouseholdRecords {

    private static final String HOUSEHOLD_COLUMNS = columns(Holder.HOUSEHOLD, "h");
    private static final String YEAR_COLUMNS = columns(Holder.HOUSEHOLD_YEAR, "y");
    private static final String MEMBER_COLUMNS = columns(Holder.MEMBERSHIP, "m") + ", " + columns(Holder.PERSON, "p");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    HouseholdRecords(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * Which households, and as of when.
     *
     * @param scope of the caller, on {@code h.village}
     * @param filter further conditions on {@code h}; {@code true} for none
     * @param year whose sheet is read with the household
     * @param moment null for today
     */
    public record Selection(Condition scope, String filter, Map<String, ?> params, int year, @Nullable Moment moment) {

        Map<String, Object> all() {
            var all = new HashMap<String, Object>(params);
            all.putAll(scope.params());
            all.put("sheetYear", year);
            if (moment != null) {
                all.putAll(moment.params());
            }
            return all;
        }
    }

    /** The households after a place in the order; fewer than the limit mean that there are no more. */
    public List<HouseholdRecord> after(Selection selection, String village, String number, int limit) {
        var scope = selection.scope().sql();
        var order = "%1$s.village >= :afterVillage and (%1$s.village > :afterVillage or %1$s.number > :afterNumber)";
        var households = new LinkedHashMap<Long, HouseholdRecord>();
        jdbc.sql("""
                select h.id, h.number, h.village, %s, %s
                  from %s h
                  left join household_year y on y.household_id = h.id and y.year = :sheetYear
                 where h.removed_on is null and %s and %s and %s
                 order by h.village, h.number
                 limit :fetch
                """.formatted(HOUSEHOLD_COLUMNS, YEAR_COLUMNS,
                from(selection, Holder.HOUSEHOLD, scope.replace("h.", "t.") + " and " + order.formatted("t")), scope,
                selection.filter(), order.formatted("h")))
                .params(selection.all()).param("afterVillage", village).param("afterNumber", number).param("fetch", limit)
                .query(row -> {
                    var household = household(row);
                    households.put(household.id(), household);
                });
        if (!households.isEmpty()) {
            addMembers(selection, households);
        }
        return List.copyOf(households.values());
    }

    private void addMembers(Selection selection, Map<Long, HouseholdRecord> households) {
        jdbc.sql("""
                select m.household_id, p.number, %s
                  from %s m join %s p on p.id = m.person_id
                 where m.household_id in (:households)%s
                 order by m.household_id, m.relation, p.birth_date, m.id
                """.formatted(MEMBER_COLUMNS, from(selection, Holder.MEMBERSHIP, "t.household_id in (:households)"),
                persons(selection), selection.moment() == null ? " and m.left_on is null" : ""))
                .params(selection.all()).param("households", Set.copyOf(households.keySet()))
                .query(row -> {
                    var number = row.getString(2);
                    var values = new FieldValues();
                    read(row, 3, Field.of(Holder.MEMBERSHIP), number, values);
                    read(row, 3 + Field.of(Holder.MEMBERSHIP).size(), Field.of(Holder.PERSON), number, values);
                    var household = households.get(row.getLong(1));
                    if (household != null) {
                        household.members().add(new MemberRecord(number, values));
                    }
                });
    }

    private static String from(Selection selection, Holder holder, String condition) {
        return selection.moment() == null ? holder.table() : Moment.rows(holder, condition);
    }

    private static String persons(Selection selection) {
        return from(selection, Holder.PERSON, """
                t.id in (select m0.person_id from membership m0 where m0.household_id in (:households)
                          union select m1.person_id from membership_history m1 where m1.household_id in (:households))""");
    }

    private HouseholdRecord household(ResultSet row) throws SQLException {
        var number = row.getString(2);
        var values = new FieldValues();
        read(row, 4, Field.of(Holder.HOUSEHOLD), number, values);
        read(row, 4 + Field.of(Holder.HOUSEHOLD).size(), Field.of(Holder.HOUSEHOLD_YEAR), number, values);
        return new HouseholdRecord(row.getLong(1), number, row.getString(3), values, new ArrayList<>());
    }

    private void read(ResultSet row, int from, Set<Field> fields, String number, FieldValues values) throws SQLException {
        var column = from;
        for (var field : fields) {
            values.put(field, value(row, column++, field, number));
        }
    }

    private @Nullable Object value(ResultSet row, int column, Field field, String number) throws SQLException {
        return switch (field.kind()) {
            case TEXT, CODE, CODES -> row.getString(column);
            case YES_NO -> {
                var yes = row.getBoolean(column);
                yield row.wasNull() ? null : yes;
            }
            case DAY -> row.getObject(column, LocalDate.class);
            case MONEY, DECIMAL -> row.getBigDecimal(column);
            case COUNT -> {
                var count = row.getInt(column);
                yield row.wasNull() ? null : count;
            }
            case PHONE, DOCUMENT -> {
                var encrypted = row.getBytes(column);
                yield encrypted == null ? null : cipher.decryptText(encrypted, field.cipherColumn(), number);
            }
        };
    }

    private static String columns(Holder holder, String alias) {
        return Field.of(holder).stream().map(field -> alias + "." + field.column()).collect(Collectors.joining(", "));
    }
}
