package org.jingzhun.bench.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes one list of one county, and beside it what was planted in it. */
public final class Generate {

    /** The largest sheet that Excel can hold, without its headings. */
    private static final int XLSX_ROWS = 1_048_575;
    private static final int XLS_ROWS = 65_535;

    private final Order order;
    private int line = 1; // of the headings
    private int households;

    Generate(Order order) {
        this.order = order;
    }

    /** What was asked for. */
    record Order(Template template, String county, int year, int persons, int others, long seed, int errors,
            List<ErrorKind> kinds, int findings, List<FindingKind> findingKinds,
            ListWriter.Format format, Divisions.VillageNames villageNames) {

        Order {
            if (!county.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("a county has six digits: " + county);
            }
            if (persons < 1 || others < 0 || others >= persons || errors < 0) {
                throw new IllegalArgumentException("at least one person, fewer others than persons, and no negative number");
            }
            if (year < template.firstYear || year > template.lastYear) {
                throw new IllegalArgumentException("list %s is written for %d to %d: %d".formatted(template, template.firstYear,
                        template.lastYear, year));
            }
            if (template == Template.B && others > 0) {
                throw new IllegalArgumentException("list B holds registered households only");
            }
            if (format == ListWriter.Format.XLSX && persons > XLSX_ROWS) {
                throw new IllegalArgumentException("a sheet holds %d rows: take csv".formatted(XLSX_ROWS));
            }
            if (findings > 0 && (findingKinds.isEmpty() || findingKinds.stream().anyMatch(kind -> kind.list() != template))) {
                throw new IllegalArgumentException("in list %s can be planted: %s".formatted(template,
                        FindingKind.of(template).stream().map(FindingKind::code).toList()));
            }
            if (errors > 0 && template != Template.B && template != Template.C) {
                throw new IllegalArgumentException("errors are planted in lists B and C: " + template);
            }
            if (format == ListWriter.Format.XLS && persons > XLS_ROWS) {
                throw new IllegalArgumentException("an old sheet holds %d rows: take xlsx or csv".formatted(XLS_ROWS));
            }
            var strange = kinds.stream().filter(kind -> !ErrorKind.of(template).contains(kind)).toList();
            if ((errors > 0 && kinds.isEmpty()) || !strange.isEmpty()) {
                throw new IllegalArgumentException("list " + template + " has no column for these kinds of error: " + strange);
            }
        }

        /** Without planted errors and options, as the demo uses it. */
        static Order clean(Template template, String county, int persons, int others, long seed) {
            return new Order(template, county, template.usualYear, persons, others, seed, 0, ErrorKind.of(template), 0, List.of(),
                    ListWriter.Format.XLSX, Divisions.VillageNames.SHORT);
        }

        Order with(int newErrors, List<ErrorKind> newKinds) {
            return new Order(template, county, year, persons, others, seed, newErrors, newKinds, findings, findingKinds, format,
                    villageNames);
        }

        Order withFindings(int newFindings, List<FindingKind> newKinds) {
            return new Order(template, county, year, persons, others, seed, errors, kinds, newFindings, newKinds, format,
                    villageNames);
        }

        Order as(ListWriter.Format other) {
            return new Order(template, county, year, persons, others, seed, errors, kinds, findings, findingKinds, other,
                    villageNames);
        }

        Order in(int otherYear) {
            return new Order(template, county, otherYear, persons, others, seed, errors, kinds, findings, findingKinds, format,
                    villageNames);
        }
    }

    record Outcome(int rows, int households, List<Planter.Planted> planted, List<FindingPlanter.Planted> findings) {}

    /** Writes the list to {@code out}, which it closes. */
    Outcome to(OutputStream out) throws IOException {
        return to(order.format.to(new BufferedOutputStream(out, 1 << 16)));
    }

    /** Writes it wherever the writer does. */
    Outcome to(ListWriter list) throws IOException {
        var divisions = Divisions.on(LocalDate.of(order.year, 12, 31));
        var ids = new ResidentIds(order.seed);
        var population = new Population(order.seed, order.county, order.year,
                divisions.villages(order.county, order.villageNames), ids);
        var planter = new Planter(order.template, order.year, order.errors, order.kinds, order.persons, order.seed, ids,
                divisions.villages(divisions.anotherCounty(order.county), order.villageNames));
        var findings = new FindingPlanter(order.template, order.findings, order.findingKinds, lines(), order.seed);
        var sheets = new Sheets(order.template, order.year);
        try (var writer = list) {
            writer.write(order.template.headings().stream().map(Cell::of).toArray(Cell[]::new));
            population.forEach(order.persons - order.others, order.others, household -> {
                var rows = sheets.rows(household);
                if (rows.isEmpty()) {
                    return;
                }
                planter.visit(rows, line + 1);
                findings.visit(rows, line + 1);
                write(rows, writer);
                households++;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Outcome(line - 1, households, planter.planted(), findings.planted());
    }

    /** About how many; of who works away and of who is monitored there are fewer than persons. */
    private int lines() {
        return switch (order.template.unit) {
            case PERSON -> order.persons;
            case WORKER -> order.persons * 2 / 5;
            case HOUSEHOLD -> order.persons * 7 / 25;
            case MONITORED -> Math.max(1, (order.persons - order.others) / 100 + order.others / 14);
        };
    }

    /** One line for each rule that has to speak. */
    static void listFindings(List<FindingPlanter.Planted> planted, Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(FindingPlanter.Planted.HEADINGS);
        planted.forEach(each -> lines.add(each.csv()));
        Files.write(file, lines);
    }

    /** The headings and rows of a small clean list B, as texts. */
    public static List<List<String>> sample(String county, int persons, long seed) {
        var table = new ArrayList<List<String>>();
        var writer = new ListWriter() {
            @Override
            void write(Cell... cells) {
                table.add(Arrays.stream(cells).map(Cell::text).toList());
            }

            @Override
            public void close() {}
        };
        try {
            new Generate(Order.clean(Template.B, county, persons, 0, seed)).to(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private void write(List<Row> rows, ListWriter writer) {
        try {
            for (var row : rows) {
                line++;
                row.set(Column.SERIAL, new Cell.Figure(line - 1.0));
                writer.write(row.cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field of a CSV line, by RFC 4180. */
    public static String quoted(String text) {
        return ListWriter.quoted(text);
    }

    /** One line for each row that must come back. */
    static void list(List<Planter.Planted> planted, Path file) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("error,kind,row,code,field,value");
        for (var error : planted) {
            for (var finding : error.findings()) {
                lines.add("%d,%s,%d,%s,%s,%s".formatted(error.error(), error.kind().code(), finding.line(), finding.code(),
                        ListWriter.quoted(finding.field()), ListWriter.quoted(finding.value())));
            }
        }
        Files.write(file, lines);
    }
}
