package org.jingzhun.household.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.StoredDigests;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Every digest that the database is searched by, computed again from what stands encrypted beside it. */
@TestComponent
class DigestRegister {

    /** A cipher and its digest: in which table, of which purpose, under what it was encrypted. */
    private record Place(String table, String cipher, String digest, String purpose, String associated, String row) {}

    private static final List<Place> PLACES = List.of(
            new Place("person", "resident_id", "resident_id_digest", "resident-id", "person.resident_id", "number"),
            new Place("person", "phone", "phone_digest", "phone", "person.phone", "number"),
            new Place("person_history", "resident_id", "resident_id_digest", "resident-id", "person.resident_id", "number"),
            new Place("person_history", "phone", "phone_digest", "phone", "person.phone", "number"),
            new Place("household", "phone", "phone_digest", "phone", "household.phone", "number"),
            new Place("household_history", "phone", "phone_digest", "phone", "household.phone", "number"),
            new Place("import_row", "resident_id", "resident_id_digest", "resident-id", "person.resident_id", "person_number"),
            new Place("import_row", "phone", "phone_digest", "phone", "person.phone", "person_number"),
            new Place("import_row", "household_phone", "household_phone_digest", "phone", "household.phone", "household_number"),
            new Place("import_household", "phone", "phone_digest", "phone", "household.phone", "number"));

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final StoredDigests digests;

    DigestRegister(JdbcClient jdbc, FieldCipher cipher, StoredDigests digests) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.digests = digests;
    }

    /** Which digests there are, and how many were looked at. */
    int allStandUnder(int generation) {
        var wrong = new ArrayList<String>();
        var looked = new int[1];
        for (var place : PLACES) {
            jdbc.sql(
                    "select %s, %s, %s from %s where %s is not null".formatted(place.row, place.cipher, place.digest, place.table,
                            place.cipher))
                    .query(row -> {
                        var value = cipher.decryptText(row.getBytes(2), place.associated, row.getString(1));
                        var plain = place.purpose.equals("phone") ? value : value.substring(0, 18);
                        looked[0]++;
                        if (!java.util.Arrays.equals(row.getBytes(3), digests.of(place.purpose, plain, generation))) {
                            wrong.add(place.table + "." + place.digest + " of " + row.getString(1));
                        }
                    });
        }
        assertThat(wrong).isEmpty();
        for (var table : List.of("person", "household", "import_row")) {
            assertThat(jdbc.sql("select distinct digest_generation from " + table).query(Integer.class).list()).as(table)
                    .isSubsetOf(List.of(generation));
        }
        return looked[0];
    }

    /** Those of the schema that no test would look at. */
    TreeSet<String> unknown() {
        var unknown = new TreeSet<>(jdbc.sql("""
                select concat(table_name, '.', column_name) from information_schema.columns
                 where table_schema = database() and column_name like '%\\_digest' and data_type = 'binary'
                """).query(String.class).list());
        PLACES.forEach(place -> unknown.remove(place.table + "." + place.digest));
        return unknown;
    }

    /** How often a resident ID stands in the register, whatever its digest. */
    long persons(String residentId) {
        var found = new int[1];
        jdbc.sql("select number, resident_id from person").query(row -> {
            if (cipher.decryptText(row.getBytes(2), "person.resident_id", row.getString(1)).startsWith(residentId)) {
                found[0]++;
            }
        });
        return found[0];
    }
}
