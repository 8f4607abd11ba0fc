package org.jingzhun.household.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.imports.sheet.RowSink;
import org.jingzhun.household.imports.sheet.Table;
import org.jingzhun.household.imports.sheet.UnreadableFile;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dry run 【试导入】: reads a file into staging, judges each row and household, and counts what a commit would do. */
@Component
class ImportCheck {

    private static final int ENOUGH_TO_TELL_THE_COUNTY = 2_000;

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final StagingTables staging;
    private final ImportComparing comparing;
    private final Divisions divisions;
    private final CodeLists codeLists;
    private final Transactions transactions;
    private final ImportSettings settings;
    private final Clock clock;
    private final Rules rules = Rules.shipped();

    ImportCheck(ImportJobs jobs, ImportFiles files, StagingTables staging, ImportComparing comparing, Divisions divisions,
            CodeLists codeLists, Transactions transactions, ImportSettings settings, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.staging = staging;
        this.comparing = comparing;
        this.divisions = divisions;
        this.codeLists = codeLists;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** From the beginning, whatever an earlier attempt has left. */
    void run(ImportJob taken, String worker) {
        var job = jobs.startChecking(taken.id(), worker, staging.digestGeneration());
        staging.clear(job.id(), true);
        try (var reading = new Reading(job, worker)) {
            reading.readAll();
            comparing.compare(job, worker, reading.layout(), reading.households, reading.loading());
        }
        jobs.checked(job.id(), worker);
    }

    /** One pass over the file: this thread reads and judges, another one encrypts and loads what was read before. */
    private final class Reading implements RowSink, AutoCloseable {

        private final ImportJob job;
        private final String worker;
        private final Table table;
        private StagingTables.@Nullable Loading loading;
        private final Fingerprints householdNumbers = new Fingerprints();
        private final List<Row> first = new ArrayList<>();
        private final Beside loader = new Beside("import-loader");
        private List<StagedRow> batch = new ArrayList<>();
        private @Nullable Layout layout;
        private @Nullable RowReader reader;
        private int households;
        private boolean noHeadings;

        Reading(ImportJob job, String worker) {
            this.job = job;
            this.worker = worker;
            this.table = Table.open(files.open(job), settings.limits());

        }

        StagingTables.Loading loading() {
            return Objects.requireNonNull(loading);
        }

        Layout layout() {
            if (layout == null) {
                throw new UnreadableFile("no-rows");
            }
            return layout;
        }

        void readAll() {
            table.read(this);
            findHeadings();
            if (reader == null && noHeadings) {
                throw new UnreadableFile("headings-not-found");
            }
            if (reader == null || reader.rows() == 0) {
                throw new UnreadableFile("no-rows");
            }
            if (reader.isOfOtherCounty()) {
                throw new UnreadableFile("file-of-another-county");
            }
            flush();
            loader.join();
            jobs.read(job.id(), worker, reader.normalisedCells(), households);
        }

        @Override
        public boolean startSheet(String name) {
            findHeadings();
            return layout == null;
        }

        @Override
        public boolean row(Row row) {
            if (reader != null) {
                data(row);
            } else if (!row.isBlank() || !first.isEmpty()) {
                first.add(row.copy());
                if (first.size() == Headings.searchedRows() + 1) {
                    findHeadings();
                    return layout != null; // else no headings in this sheet: perhaps in the next one
                }
            }
            return true;
        }

        private void findHeadings() {
            if (layout != null || first.isEmpty()) {
                return;
            }
            var found = Headings.find(first);
            if (found == null) {
                noHeadings = true;
            } else {
                layout = found;
                loading = new StagingTables.Loading(job, found.told());
                jobs.recognised(job.id(), worker, found);
                reader = new RowReader(found, job.dataYear(), LocalDate.now(clock),
                        new Places(divisions, job.area(), LocalDate.now(clock)),
                        new Codes(codeLists), rules, first.getFirst());
                first.stream().filter(row -> row.number() > found.rows()).forEach(this::data);
            }
            first.clear();
        }

        private void data(Row row) {
            if (row.isBlank() || reader == null) {
                return;
            }
            var staged = reader.read(row);
            if (reader.rows() == ENOUGH_TO_TELL_THE_COUNTY && reader.isOfOtherCounty()) {
                throw new UnreadableFile("file-of-another-county");
            }
            var known = staged.householdNumber == null
                    ? Fingerprints.NEW
                    : householdNumbers.putIfAbsent(staged.householdNumber, households);
            staged.householdSeq = known == Fingerprints.NEW ? households++ : known;
            batch.add(staged);
            if (batch.size() == settings.rowsPerBatch()) {
                flush();
            }
        }

        private void flush() {
            loader.join();
            if (batch.isEmpty() || reader == null) {
                return;
            }
            var full = batch;
            var into = loading();
            var done = reader.rows();
            var total = Math.max(done, (int) Math.min(Integer.MAX_VALUE, done / Math.max(0.0001, table.fraction())));
            batch = new ArrayList<>(settings.rowsPerBatch());
            loader.run(() -> transactions.inOne(() -> {
                jobs.progress(job.id(), worker, done, total);
                staging.load(into, full);
            }));
        }

        @Override
        public void close() {
            loader.close();
        }
    }
}
