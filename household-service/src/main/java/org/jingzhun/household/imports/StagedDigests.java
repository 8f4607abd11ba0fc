package org.jingzhun.household.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.keys.RegisterDigests;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the digests of staged rows comparable with those of the register while their key is being changed.
 *
 * <p>A file is staged under the oldest generation that may stand in the register. Before rows are compared, what they meet there is raised,
 * and then they are: a staged row of the generation that is written meets nothing under a former one.
 */
@Component
class StagedDigests {

    private static final List<String> ROW = List.of("resident-id", "resident-id", "phone", "phone");
    private static final List<String> HOUSEHOLD = List.of("resident-id", "phone");

    private static final String MET_HOUSEHOLDS = """
            select distinct h.id from import_row r straight_join household h on h.number = r.household_number
             where $staged and h.digest_generation < :written
            """;
    private static final String MET_PERSONS = """
            select p.id from import_row r straight_join person p on p.resident_id_digest = r.resident_id_digest
             where $staged and p.digest_generation < :written
             union
            select p.id from import_row r straight_join person p on p.number = r.person_number
             where $staged and p.digest_generation < :written
             union
            select p.id
              from import_row r
              straight_join household h on h.number = r.household_number
              straight_join membership m on m.household_id = h.id and m.left_on is null
              straight_join person p on p.id = m.person_id
             where $staged and p.digest_generation < :written
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Transactions transactions;
    private final StoredDigests digests;
    private final RegisterDigests register;
    private final ImportJobs jobs;
    private final ImportSettings settings;

    StagedDigests(JdbcTemplate jdbc, Transactions transactions, StoredDigests digests, RegisterDigests register, ImportJobs jobs,
            ImportSettings settings) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.transactions = transactions;
        this.digests = digests;
        this.register = register;
        this.jobs = jobs;
        this.settings = settings;
    }

    /**
     * Makes a range comparable until the end of the transaction; call it before the range is looked at. Nothing is asked where a file
     * was staged under the only generation that there is.
     *
     * @return the generation under which new rows are written
     */
    int meet(Range range) {
        var written = digests.hold();
        if (range.job().digestGeneration() < written) {
            meet(range.job().id(), range.from(), range.to(), written);
        }
        return written;
    }

    private void meet(long importId, int from, int to, int written) {
        var oldest = digests.oldest();
        raise(importId, from, to, oldest);
        if (oldest < written) {
            register.raise(Holder.HOUSEHOLD, met(MET_HOUSEHOLDS, importId, from, to, written));
            register.raise(Holder.PERSON, met(MET_PERSONS, importId, from, to, written));
            raise(importId, from, to, written);
        }
    }

    private List<Long> met(String statement, long importId, int from, int to, int written) {
        return client.sql(statement.replace("$staged", """
                r.import_id = :import and r.household_seq between :from and :to and r.digest_generation < :written
                """)).param("import", importId).param("from", from).param("to", to).param("written", written).query(Long.class)
                .list();
    }

    /** Looks at a checked import as a whole, all of whose rows are comparable meanwhile. */
    <T> T look(ImportJob job, Supplier<T> look) {
        if (job.digestGeneration() == digests.newest()) {
            return look.get();
        }
        while (true) {
            var written = meetAll(job);
            var seen = transactions.inOne(
                    () -> digests.hold() == written ? Optional.of(look.get()) : Optional.<T>empty());
            if (seen.isPresent()) {
                return seen.get();
            }
        }
    }

    private int meetAll(ImportJob job) {
        var least = Integer.MAX_VALUE;
        for (int from = 0; from < job.lastHousehold(); from += settings.householdsPerStep()) {
            var first = from;
            least = Math.min(least, transactions.<Integer>inOne(() -> {
                var written = digests.hold();
                meet(job.id(), first, first + settings.householdsPerStep() - 1, written);
                return written;
            }));
        }
        var all = least == Integer.MAX_VALUE ? digests.reloaded() : least;
        jobs.digestsAreOf(job.id(), all);
        return all;
    }

    /** Raises staged rows alone, with their households. How many were under a former generation. */
    int raise(long importId, int from, int to, int generation) {
        var rows = client.sql("""
                select household_seq, row_no, digest_generation, resident_id_digest, head_digest, phone_digest,
                       household_phone_digest
                  from import_row
                 where import_id = :import and household_seq between :from and :to and digest_generation < :generation for update
                """).param("import", importId).param("from", from).param("to", to).param("generation", generation)
                .query((row, index) -> new Staged(row.getInt(1), row.getInt(2), row.getInt(3), read(row, 4, ROW.size()))).list();
        if (rows.isEmpty()) {
            return 0;
        }
        var generations = rows.stream().collect(Collectors.toMap(Staged::household, Staged::generation, Math::min));
        var households = client.sql("""
                select household_seq, head_digest, phone_digest from import_household
                 where import_id = :import and household_seq between :from and :to
                """).param("import", importId).param("from", from).param("to", to)
                .query((row, index) -> new Staged(row.getInt(1), 0, generations.getOrDefault(row.getInt(1), generation),
                        read(row, 2, HOUSEHOLD.size())))
                .list();
        write("update import_household set head_digest = ?, phone_digest = ? where import_id = ? and household_seq = ?",
                households.stream().filter(household -> household.generation < generation)
                        .map(household -> raised(household, HOUSEHOLD, generation, importId, household.household)));
        write("""
                update import_row set resident_id_digest = ?, head_digest = ?, phone_digest = ?, household_phone_digest = ?,
                       digest_generation = ?
                 where import_id = ? and household_seq = ? and row_no = ?
                """, rows.stream().map(row -> raised(row, ROW, generation, generation, importId, row.household, row.row)));
        return rows.size();
    }

    private void write(String statement, Stream<Object[]> lines) {
        var all = lines.toList();
        if (!all.isEmpty()) {
            jdbc.batchUpdate(statement, all);
        }
    }

    private Object[] raised(Staged staged, List<String> purposes, int generation, Object... behind) {
        var values = new ArrayList<@Nullable Object>();
        for (int i = 0; i < purposes.size(); i++) {
            var digest = staged.digests.get(i).value;
            values.add(digest == null ? null : digests.raised(purposes.get(i), digest, staged.generation, generation));
        }
        values.addAll(List.of(behind));
        return values.toArray();
    }

    private static List<Digest> read(ResultSet row, int column, int columns) throws SQLException {
        var digests = new ArrayList<Digest>();
        for (int i = 0; i < columns; i++) {
            digests.add(new Digest(row.getBytes(column + i)));
        }
        return digests;
    }

    private record Staged(int household, int row, int generation, List<Digest> digests) {}

    @SuppressWarnings("ArrayRecordComponent") // read and raised, never compared
    private record Digest(byte @Nullable [] value) {}
}
