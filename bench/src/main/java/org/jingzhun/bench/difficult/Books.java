package org.jingzhun.bench.difficult;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks of today's format with the looks of an office. */
final class Books {

    /** From, to (both inclusive), and the group's name. */
    private record Group(int from, int to, String name) {}

    private static final List<Group> GROUPS = List.of(new Group(0, 3, "所在地"), new Group(6, 15, "家庭成员"), new Group(16, 16, "务工"),
            new Group(18, 24, "家庭情况"));

    private Books() {}

    private interface Filling {
        void of(Worksheet sheet);
    }

    static void plain(Path file, List<List<String>> table) throws IOException {
        Files.write(file, bytes(table));
    }

    static byte[] bytes(List<List<String>> table) {
        return bytes(sheet -> fill(sheet, 0, table));
    }

    static void withTitle(Path file, List<List<String>> table) throws IOException {
        Files.write(file, bytes(sheet -> {
            sheet.value(0, 0, "凭祥市2019年建档立卡贫困人口信息表");
            sheet.range(0, 0, 0, table.getFirst().size() - 1).merge();
            sheet.value(1, 0, "填报单位：凭祥市扶贫开发办公室");
            sheet.value(1, 8, "填报日期：2019年12月31日");
            fill(sheet, 3, table);
        }));
    }

    static void withMergedHeadings(Path file, List<List<String>> table) throws IOException {
        var headings = table.getFirst();
        Files.write(file, bytes(sheet -> {
            for (var column = 0; column < headings.size(); column++) {
                var place = column;
                var group = GROUPS.stream().filter(each -> each.from <= place && place <= each.to).findFirst();
                sheet.value(group.isPresent() ? 1 : 0, column, headings.get(column));
                if (group.isEmpty()) {
                    sheet.range(0, column, 1, column).merge();
                }
            }
            for (var group : GROUPS) {
                sheet.value(0, group.from, group.name);
                if (group.to > group.from) {
                    sheet.range(0, group.from, 0, group.to).merge();
                }
            }
            fill(sheet, 2, table.subList(1, table.size()));
        }));
    }

    /** The column as Excel keeps it when a person types 18 digits into a cell of format "general". */
    static void withNumbers(Path file, List<List<String>> table, int column) throws IOException {
        Files.write(file, bytes(sheet -> {
            fill(sheet, 0, table);
            for (var row = 1; row < table.size(); row++) {
                sheet.value(row, column, Long.parseLong(table.get(row).get(column).substring(0, 15)) * 1_000.0);
            }
        }));
    }

    static void withFormulas(Path file, List<List<String>> table, int column) throws IOException {
        Files.write(file, bytes(sheet -> {
            fill(sheet, 0, table);
            for (var row = 1; row < table.size(); row++) {
                sheet.formula(row, column, "\"" + table.get(row).get(column) + "\"");
            }
        }));
    }

    private static void fill(Worksheet sheet, int from, List<List<String>> table) {
        for (var row = 0; row < table.size(); row++) {
            for (var column = 0; column < table.get(row).size(); column++) {
                if (!table.get(row).get(column).isEmpty()) {
                    sheet.inlineString(from + row, column, table.get(row).get(column));
                }
            }
        }
    }

    private static byte[] bytes(Filling filling) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook((OutputStream) out, "Jingzhun", "1.0")) {
            filling.of(workbook.newWorksheet("名单"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
