package org.jingzhun.bench.difficult;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jingzhun.bench.Arguments;
import org.jingzhun.bench.generator.Generate;
import org.jingzhun.bench.generator.GenerateCommand;

/** {@code difficult}: writes each file with what has to become of it, and a README.txt that lists them. */
public final class DifficultCommand {

    private static final String COUNTY = "451481";
    private static final String NEIGHBOUR = "451423";
    private static final int PERSONS = 300;

    /** Seeds whose people share no number with each other; none is 1 modulo 5, as the demo county's is. */
    private static final long SEED = 102;
    private static final Map<String, Integer> SEEDS_WITH_ERRORS = new TreeMap<>(
            Map.of("two-heads", 103, "no-head", 104, "id-twice-in-file",
                    105, "village-unknown", 107, "village-other-county", 108, "count-differs", 109));

    private final Path folder;
    private final List<Entry> entries = new ArrayList<>();
    private final List<List<String>> table = Generate.sample(COUNTY, PERSONS, SEED);
    private final int residentId = table.getFirst().indexOf("证件号码");

    private DifficultCommand(Path folder) {
        this.folder = folder;
    }

    private record Entry(String file, Becomes becomes, String why) {}

    private enum Becomes {
        /** All rows go in; after the first of these files the others change nothing. */
        ACCEPTED,
        /** The file as a whole is refused. */
        REFUSED,
        /** The file is read; the rows in its planted list, or those that {@code why} names, come back. */
        ROWS
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** Writes the folder and gives one line that says so. */
    public static String run(Arguments arguments) throws IOException {
        var folder = Path.of(arguments.text("out"));
        var bombMegabytes = arguments.number("bomb-megabytes", 1_024);
        arguments.refuseOthers();
        Files.createDirectories(folder);
        var command = new DifficultCommand(folder);
        command.writeReadable();
        command.writeUnreadable(bombMegabytes);
        command.writeWithErrors();
        command.writeReadme();
        return "%s: %d files, see README.txt".formatted(folder, command.entries.size());
    }

    private void writeReadable() throws IOException {
        add("plain.xlsx", Becomes.ACCEPTED, "nothing difficult: the same 300 persons as in all accepted files",
                file -> Books.plain(file, table));
        add("title-rows.xlsx", Becomes.ACCEPTED, "a title, a note and an empty row above the headings",
                file -> Books.withTitle(file, table));
        add("merged-headings.xlsx", Becomes.ACCEPTED, "headings in two rows, groups merged",
                file -> Books.withMergedHeadings(file, table));
        add("full-width.xlsx", Becomes.ACCEPTED, "full-width digits, full-width and double blanks",
                file -> Books.plain(file, FullWidth.of(table)));
        add("excel-97.xls", Becomes.ACCEPTED, "binary format of 1997", file -> OldBooks.write(file, table));
        add("utf-8.csv", Becomes.ACCEPTED, "CSV in UTF-8 without mark", file -> Files.writeString(file, csv(table)));
        add("utf-8-bom.csv", Becomes.ACCEPTED, "CSV in UTF-8 with mark", file -> Files.writeString(file, "\uFEFF" + csv(table)));
        add("gb18030.csv", Becomes.ACCEPTED, "CSV in GB18030",
                file -> Files.writeString(file, csv(table), Charset.forName("GB18030")));
    }

    private void writeUnreadable(int bombMegabytes) throws IOException {
        add("password.xlsx", Becomes.REFUSED, "encrypted with the password 123456",
                file -> OldBooks.encrypted(file, Books.bytes(table)));
        add("truncated.xlsx", Becomes.REFUSED, "an upload or copy that broke off", file -> {
            var whole = Books.bytes(table);
            Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 5));
        });
        add("zip-bomb.xlsx", Becomes.REFUSED, "its sheet unpacks to " + bombMegabytes + " MB",
                file -> Bomb.write(file, table.getFirst(), bombMegabytes));
        add("not-a-workbook.xlsx", Becomes.REFUSED, "a text with the name of a workbook",
                file -> Files.writeString(file, "这不是工作簿\n", StandardCharsets.UTF_8));
        add("empty.xlsx", Becomes.REFUSED, "no byte in it", file -> Files.write(file, new byte[0]));
        add("unknown-headings.xlsx", Becomes.REFUSED, "a list of something else", file -> Books.plain(file, List.of(
                List.of("学校", "班级", "学号", "成绩"), List.of("凭祥市第一小学", "三年级", "12", "95"))));
        add("no-rows.xlsx", Becomes.REFUSED, "headings only", file -> Books.plain(file, table.subList(0, 1)));
        add("other-county.xlsx", Becomes.REFUSED, "a good list of 龙州县 (451423), where 451481 was announced",
                file -> Books.plain(file, Generate.sample(NEIGHBOUR, PERSONS, SEED)));
    }

    private void writeWithErrors() throws IOException {
        add("ids-of-15-digits.xlsx", Becomes.ROWS,
                "rows of who was born before 2000: id-15-digits, the 18-digit form proposed; who waits for such a head: head-refused",
                file -> Books.plain(file, withId(DifficultCommand::oldForm)));
        add("ids-in-scientific-notation.xlsx", Becomes.ROWS, "all rows: id-scientific-notation (number cells)",
                file -> Books.withNumbers(file, table, residentId));
        add("ids-by-formula.xlsx", Becomes.ROWS, "all rows: id-formula", file -> Books.withFormulas(file, table, residentId));
        for (var each : SEEDS_WITH_ERRORS.entrySet()) {
            var kind = each.getKey();
            add(kind + ".xlsx", Becomes.ROWS,
                    "five errors in other households than above; the rows are in " + kind + ".xlsx.planted.csv",
                    file -> GenerateCommand.run(new Arguments(List.of("--persons", "300", "--seed", each.getValue().toString(),
                            "--errors", "5", "--kinds", kind, "--out", file.toString()))));
        }
    }

    private void add(String name, Becomes becomes, String why, Writing writing) throws IOException {
        writing.to(folder.resolve(name));
        entries.add(new Entry(name, becomes, why));
    }

    private void writeReadme() throws IOException {
        var text = new StringBuilder("""
                Files for trying the import of list B. Announce area 451481 and data year 2019.

                ACCEPTED: every row goes in.   REFUSED: the whole file is refused with a reason.   ROWS: some rows come back.

                """);
        entries.forEach(entry -> text.append("%-32s %-9s %s%n".formatted(entry.file, entry.becomes, entry.why)));
        Files.writeString(folder.resolve("README.txt"), text);
    }

    private List<List<String>> withId(UnaryOperator<String> change) {
        return table.stream().map(row -> {
            var changed = new ArrayList<String>(row);
            changed.set(residentId, change.apply(row.get(residentId)));
            return List.copyOf(changed);
        }).toList();
    }

    private static String oldForm(String id) {
        return id.startsWith("19", 6) ? id.substring(0, 6) + id.substring(8, 17) : id;
    }

    private static String csv(List<List<String>> table) {
        return table.stream().map(row -> row.stream().map(Generate::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
