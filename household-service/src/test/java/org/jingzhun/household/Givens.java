package org.jingzhun.household;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.person.ResidentId;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.StoredDigests;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Puts households and persons into the tables, as an import would. */
@TestComponent
public class Givens {

    private static final LocalDateTime EARLIER = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final JdbcClient jdbc;
    private final JdbcClient owner; // the application's account cannot delete a history
    private final FieldCipher cipher;
    private final StoredDigests digests;

    Givens(JdbcClient jdbc, FlywayConnectionDetails migrations, FieldCipher cipher, StoredDigests digests) {
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(new DriverManagerDataSource(String.valueOf(migrations.getJdbcUrl()),
                migrations.getUsername(), migrations.getPassword()));
        this.cipher = cipher;
        this.digests = digests;
    }

    /** Makes room: the same household may be given again. */
    public void forget(String household) {
        var households = jdbc.sql("select id from household where number = ?").param(household).query(Long.class).list();
        for (var id : households) {
            var persons = jdbc.sql("select person_id from membership where household_id = ?").param(id).query(Long.class).list();
            jdbc.sql("delete from membership where household_id = ?").param(id).update();
            jdbc.sql("delete from household_year where household_id = ?").param(id).update();
            jdbc.sql("delete from household where id = ?").param(id).update();
            owner.sql("delete from household_history where id = ?").param(id).update();
            owner.sql("delete from household_year_history where household_id = ?").param(id).update();
            owner.sql("delete from membership_history where household_id = ?").param(id).update();
            for (var person : persons) {
                jdbc.sql("delete from membership where person_id = ?").param(person).update();
                jdbc.sql("delete from person where id = ?").param(person).update();
                owner.sql("delete from person_history where id = ?").param(person).update();
            }
        }
    }

    /** An empty register, and nothing known of those who were in it, for tests that count all there is or look at the first page of it. */
    public void forgetAll() {
        for (var table : List.of("household_year", "membership", "person", "household")) {
            jdbc.sql("delete from " + table).update();
            owner.sql("delete from " + table + "_history").update();
        }
        for (var table : List.of("person_merge", "person_merge_undone", "person_match_key", "duplicate_candidate",
                "registered_elsewhere_notice", "finding", "register_event")) {
            owner.sql("delete from " + table).update();
        }
    }

    /** A household with the phone 13977100011, of type 1, poor by lack of skill. */
    public void household(String number, String village, Map<String, Object> columns) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", number);
        row.put("village", village);
        row.put("type", "1");
        row.put("main_cause", "7");
        row.put("exit_state", "2");
        row.putAll(householdPhone(number, "13977100011"));
        row.putAll(columns);
        insert("household", row);
    }

    /** A member without school, healthy, of ordinary ability to work. */
    public void member(String household, String number, String name, String residentId, String relation,
            Map<String, Object> columns) {
        var id = new ResidentId(residentId.substring(0, 18));
        var row = new LinkedHashMap<String, Object>();
        row.put("number", number);
        row.put("name", name);
        row.put("sex", id.sex());
        row.put("birth_date", id.birthDate());
        row.put("document_kind", residentId.length() > 18 ? "2" : "1");
        row.put("resident_id", cipher.encrypt(residentId, "person.resident_id", number));
        row.put("resident_id_digest", digests.of("resident-id", id.value()));
        row.put("ethnicity", "08");
        row.put("education", "3");
        row.put("health", "1");
        row.put("labour", "1");
        row.putAll(columns);
        insert("person", row);
        var membership = new HashMap<String, Object>();
        membership.put("household_id",
                jdbc.sql("select id from household where number = ?").param(household).query(Long.class).single());
        membership.put("person_id", jdbc.sql("select id from person where number = ?").param(number).query(Long.class).single());
        membership.put("relation", relation);
        insert("membership", membership);
    }

    /** Something that happened to a member: an event as a command writes it. */
    public void event(String household, String village, String person, String fields) {
        jdbc.sql("""
                insert into register_event (number, action, effective_on, recorded_at, household, village, person, change_number, fields,
                       reason, evidence, entered_by, approved_by)
                values ('E-GIVEN', 'CORRECT_FIELDS', '2021-01-01', '2021-01-02', :household, :village, :person, 'C-GIVEN', :fields,
                       'given', 'given', 'county', 'county2')
                """).param("household", household).param("village", village).param("person", person).param("fields", fields)
                .update();
    }

    /** A phone for a person's columns. */
    public Map<String, Object> phone(String person, String phone) {
        return Map.of("phone", cipher.encrypt(phone, "person.phone", person), "phone_digest", digests.of("phone", phone));
    }

    /** A phone for a household's columns. */
    public Map<String, Object> householdPhone(String household, String phone) {
        return Map.of("phone", cipher.encrypt(phone, "household.phone", household), "phone_digest", digests.of("phone", phone));
    }

    /** A resident ID of somebody born on that day, with the right check digit. */
    public static String residentId(String division, String born, int sequence) {
        var first = division + born + "%03d".formatted(sequence);
        return first + ResidentId.checkDigit(first);
    }

    private void insert(String table, Map<String, Object> row) {
        var all = new LinkedHashMap<>(row);
        all.put("created_at", EARLIER);
        all.put("changed_at", EARLIER);
        all.put("changed_by", "givens");
        jdbc.sql("insert into %s (%s) values (%s)".formatted(table, String.join(", ", all.keySet()),
                String.join(", ", all.keySet().stream().map(column -> ":" + column).toList()))).params(all).update();
    }
}
