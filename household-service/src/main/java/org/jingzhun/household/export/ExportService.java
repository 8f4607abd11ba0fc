package org.jingzhun.household.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.concurrent.Semaphore;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.history.Moment;
import org.jingzhun.household.record.Disclosure;
import org.jingzhun.household.record.HouseholdRecords;
import org.jingzhun.household.record.HouseholdRecords.Selection;
import org.jingzhun.household.record.Wording;
import org.jingzhun.household.register.FilterCheck;
import org.jingzhun.household.register.FilterConditions;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.accesslog.AccessLog;
import org.jingzhun.starter.accesslog.Opened;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what was ordered, household after household, as of one instant. */
@Service
@EnableConfigurationProperties(ExportSettings.class)
class ExportService {

    private final Exports exports;
    private final HouseholdRecords records;
    private final Sensitivity sensitivity;
    private final FilterCheck filters;
    private final Divisions divisions;
    private final Wording wording;
    private final AccessLog accesses;
    private final ExportSettings settings;
    private final Clock clock;
    private final TransactionTemplate oneView;
    private final Semaphore places;

    ExportService(Exports exports, HouseholdRecords records, Sensitivity sensitivity, FilterCheck filters, Divisions divisions,
            Wording wording, AccessLog accesses, ExportSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.exports = exports;
        this.records = records;
        this.sensitivity = sensitivity;
        this.filters = filters;
        this.divisions = divisions;
        this.wording = wording;
        this.accesses = accesses;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.atOnce());
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ); // all pages of one export say the same
    }

    /** Whether a content may still be fetched. */
    boolean isValid(Export order) {
        return clock.instant().isBefore(order.createdAt().plus(settings.validFor()));
    }

    /**
     * Writes the content. The access log says so before the first household leaves, and how many there were is noted after the last.
     *
     * @param scope what the caller may export now, narrowed to the order's area
     * @throws TooManyExports where this instance writes as many as it may
     */
    void write(Export order, Scope scope, Disclosure disclosure, Caller caller, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw new TooManyExports();
        }
        try {
            accesses.record(caller, new Opened("export.made", order.number(), order.area(), order.purpose(), 0));
            var written = oneView.execute(status -> {
                try (var sink = sink(order, out)) {
                    return writeAll(order, scope, disclosure, sink);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            exports.finished(order.number(), written == null ? 0 : written);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            places.release();
        }
    }

    private int writeAll(Export order, Scope scope, Disclosure disclosure, HouseholdSink sink) throws IOException {
        var selection = selection(order, scope, disclosure.sensitive());
        var written = 0;
        var village = "";
        var number = "";
        while (true) {
            var some = records.after(selection, village, number, settings.householdsAtOnce());
            for (var household : some) {
                disclosure.apply(household, sensitivity);
                sink.household(household);
                written++;
            }
            if (some.size() < settings.householdsAtOnce()) {
                return written;
            }
            village = some.getLast().village();
            number = some.getLast().number();
        }
    }

    private Selection selection(Export order, Scope scope, Scope sensitive) {
        var asOf = order.asOf();
        var moment = asOf == null ? null : new Moment(asOf, clock.instant());
        var day = asOf == null ? LocalDate.now(clock) : asOf;
        var conditions = new FilterConditions(order.filter(), moment, sensitive, day, sensitivity.childrenBornAfter());
        var sql = order.layout().households() + conditions.sql();
        var params = new HashMap<>(conditions.params());
        if (filters.isSensitive(order.filter())) { // lest a filter tell what the columns withhold
            var also = sensitive.condition("h.village", "sensitive");
            sql += " and " + also.sql();
            params.putAll(also.params());
        }
        return new Selection(scope.condition("h.village"), sql, params, order.dataYear(), moment);
    }

    private HouseholdSink sink(Export order, OutputStream out) throws IOException {
        var asOf = order.asOf();
        var day = asOf == null ? dataDay(order.dataYear()) : asOf;
        var columns = order.layout().columns();
        return switch (order.format()) {
            case NDJSON -> new JsonLines(out, divisions);
            case XLSX -> table(order, new WorkbookRows(out, columns, wording), day);
            case CSV -> table(order, new CsvRows(out, StandardCharsets.UTF_8, columns, wording), day);
            case CSV_GB18030 -> table(order, new CsvRows(out, Charset.forName("GB18030"), columns, wording), day);
        };
    }

    /** What a list says it is of: the year's last day, or today in the running year. Ages are counted for that day when it comes back. */
    private LocalDate dataDay(int dataYear) {
        var today = LocalDate.now(clock);
        var end = LocalDate.of(dataYear, 12, 31);
        return end.isBefore(today) ? end : today;
    }

    private TableExport table(Export order, RowWriter rows, LocalDate day) {
        return new TableExport(order.layout(), rows, divisions, day, order.dataYear());
    }
}
