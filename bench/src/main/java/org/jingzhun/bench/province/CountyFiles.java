package org.jingzhun.bench.province;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jingzhun.bench.generator.CountyRegister;
import org.jingzhun.bench.generator.CountyRegister.Kept;
import org.jingzhun.bench.generator.CountyRegister.Member;

/**
 * Writes a county as files for LOAD DATA, one for each table. Households are known since ten years with a change after five and one at
 * the end of the data year; persons with one change; each county has numbers of its own for rows and phones.
 */
final class CountyFiles implements AutoCloseable {

    static final String BY = "province";

    private static final String NULL = "\\N";
    private static final String STILL = "9999-12-31 00:00:00";
    private static final int PHONE = CountyRegister.place("PHONE");
    private static final int DOCUMENT = CountyRegister.place("RESIDENT_ID");
    private static final int RELATION = CountyRegister.place("RELATION");
    private static final long HOUSEHOLDS = 2_000_000; // most of a county
    private static final long PERSONS = 10_000_000;
    private static final long PHONES = 15_000_000;

    private final Map<RegisterTable, Writer> files = new EnumMap<>(RegisterTable.class);
    private final Map<RegisterTable, List<Mapping>> fields = new EnumMap<>(RegisterTable.class);
    private final StringBuilder line = new StringBuilder();
    private final Crypto crypto;
    private final int year;
    private final String now;
    private final long seed;
    private final int index;
    private long household;
    private long person;

    /** @param index of the county among all counties of the country that are ever loaded together: below 170 */
    CountyFiles(Path folder, String county, int index, int year, LocalDate today, long seed, Crypto crypto) throws IOException {
        this.crypto = crypto;
        this.year = year;
        this.now = today + " 08:00:00";
        this.seed = seed;
        this.index = index;
        household = index * HOUSEHOLDS;
        person = index * PERSONS;
        for (var table : RegisterTable.values()) {
            files.put(table, new BufferedWriter(Files.newBufferedWriter(file(folder, table, county)), 1 << 18));
            fields.put(table, table.fields());
        }
    }

    static Path file(Path folder, RegisterTable table, String county) {
        return folder.resolve(table.table() + "-" + county + ".tsv");
    }

    private record Held(String document, String phone, String cipher, String digest, String phoneCipher, String phoneDigest) {}

    void write(Kept kept) {
        household++;
        var members = kept.in(year);
        var persons = new HashMap<String, Long>();
        var ciphers = new HashMap<String, Held>();
        for (var member : members) {
            persons.put(member.number(), ++person);
            ciphers.put(member.number(), person(member));
        }
        var head = members.getFirst();
        var phone = Objects.requireNonNull(ciphers.get(head.number())).phone;
        var cipher = phone.isEmpty() ? NULL : crypto.encrypted(phone, "household.phone", kept.number());
        var digest = phone.isEmpty() ? NULL : crypto.digest("phone", phone);

        start(household, kept.number(), kept.village(), cipher, digest, year, 1, now, now);
        end(RegisterTable.HOUSEHOLD, head, end(year));
        start(household, household, year, 1, now, now);
        end(RegisterTable.HOUSEHOLD_YEAR, head, end(year));
        for (var from = year - 10; from < year; from += 5) {
            start(household, kept.number(), kept.village(), cipher, digest, from + 1, end(from + 5), STILL);
            end(RegisterTable.HOUSEHOLD_HISTORY, kept.in(from + 1).getFirst(), end(from));
        }
        for (var member : members) {
            current(member, Objects.requireNonNull(persons.get(member.number())),
                    Objects.requireNonNull(ciphers.get(member.number())));
        }
        for (var member : kept.in(year - 5)) {
            if (!member.isNewcomer()) {
                before(member, Objects.requireNonNull(persons.get(member.number())),
                        Objects.requireNonNull(ciphers.get(member.number())));
            }
        }
    }

    private Held person(Member member) {
        var document = member.text(DOCUMENT);
        var phone = member.text(PHONE).isEmpty() ? "" : CountyRegister.phone(index * PHONES + person % PERSONS, seed);
        return new Held(document, phone, crypto.encrypted(document, "person.resident_id", member.number()),
                crypto.digest("resident-id", document.substring(0, 18)),
                phone.isEmpty() ? NULL : crypto.encrypted(phone, "person.phone", member.number()),
                phone.isEmpty() ? NULL : crypto.digest("phone", phone));
    }

    private void current(Member member, long id, Held held) {
        var known = isKnownBefore(member);
        start(id, member.number(), held.cipher, held.digest, held.phoneCipher, held.phoneDigest, 1, now, now);
        end(RegisterTable.PERSON, member, known ? end(year) : since(member));
        var joined = known ? NULL : since(member).toString();
        var reason = known ? NULL : Mapping.code("join-reason", member.birth().getYear() > year - 5 ? "新生儿" : "婚入");
        start(id, household, id, Mapping.code("relation", member.text(RELATION)), joined, reason, 1, now, now);
        end(RegisterTable.MEMBERSHIP, member, since(member));
    }

    private void before(Member member, long id, Held held) {
        var document = member.text(DOCUMENT);
        var cipher = document.equals(held.document)
                ? held.cipher
                : crypto.encrypted(document, "person.resident_id", member.number());
        start(id, member.number(), cipher, held.digest, held.phoneCipher, held.phoneDigest, end(year), STILL);
        end(RegisterTable.PERSON_HISTORY, member, since(member));
    }

    private boolean isKnownBefore(Member member) {
        return !member.isNewcomer() && member.birth().getYear() <= year - 5;
    }

    /** Since when he is in the household: ten years, or since he was born or married into it. */
    private LocalDate since(Member member) {
        var first = end(year - 10);
        if (member.birth().isAfter(first)) {
            return member.birth();
        }
        return member.isNewcomer() ? LocalDate.of(year - 2, 6, 1) : first;
    }

    private static LocalDate end(int of) {
        return LocalDate.of(of, 12, 31);
    }

    private void start(Object... values) {
        line.setLength(0);
        for (var value : values) {
            line.append(value).append('\t');
        }
    }

    private void end(RegisterTable table, Member member, LocalDate from) {
        for (var field : Objects.requireNonNull(fields.get(table))) {
            line.append(field.value(member)).append('\t');
        }
        line.append(from).append('\t').append(from.plusDays(20)).append(" 08:00:00\t").append(BY).append('\n');
        try {
            Objects.requireNonNull(files.get(table)).append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (var file : new ArrayList<>(files.values())) {
            file.close();
        }
    }
}
