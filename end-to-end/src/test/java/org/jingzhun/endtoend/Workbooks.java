package org.jingzhun.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dhatim.fastexcel.reader.ReadableWorkbook;

import static java.util.concurrent.TimeUnit.MINUTES;

/** Workbooks of the generator, and what is read out of workbooks. */
final class Workbooks {

    private Workbooks() {}

    /** Runs the generator of bench as its README says. */
    static Path generate(Path file, String... options) {
        var command = new ArrayList<>(List.of(Suite.java(), "-Xmx256m", "-jar", Suite.jar("bench").toString(), "generate",
                "--out", file.toString()));
        command.addAll(Arrays.asList(options));
        try {
            Files.createDirectories(file.getParent());
            var generator = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile()).start();
            if (!generator.waitFor(2, MINUTES) || generator.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(file.resolveSibling(file.getFileName() + ".log")));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the generator says must come back: row of the sheet to reason code. */
    static Map<Long, String> planted(Path list) {
        try {
            var rows = new TreeMap<Long, String>();
            var lines = Files.readAllLines(list);
            var heads = List.of(lines.getFirst().replace("\uFEFF", "").split(","));
            for (var line : lines.subList(1, lines.size())) {
                var cells = line.split(",", -1);
                rows.put(Long.valueOf(cells[heads.indexOf("row")]), cells[heads.indexOf("code")]);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of the first sheet as text, heading row first. */
    static List<List<String>> cells(java.io.InputStream workbook) {
        try (var book = new ReadableWorkbook(workbook); var rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column by its heading. */
    static List<String> column(List<List<String>> cells, String heading) {
        var at = cells.getFirst().indexOf(heading);
        return cells.stream().skip(1).map(row -> at < row.size() ? row.get(at) : "").toList();
    }
}
