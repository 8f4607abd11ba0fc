package org.jingzhun.household.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.jingzhun.household.Givens;

/** Invents small national lists and writes them as workbooks and text. */
final class Sheets {

    static final List<String> B = List.of("县", "乡", "行政村", "自然村", "户编号", "人编号", "姓名", "证件号码", "人数", "与户主关系", "民族", "文化程度",
            "在校生状况", "健康状况", "劳动技能", "务工状况", "务工时间（月）", "参加大病医疗", "脱贫属性", "贫困户属性", "主要致贫原因", "危房户", "饮水安全", "饮水困难", "人均纯收入",
            "联系电话");
    static final List<String> C = List.of("序号", "数据日期", "县", "乡", "行政村", "自然村", "户编号", "人编号", "姓名", "证件号码", "人数", "与户主关系", "民族",
            "文化程度", "在校生状况", "健康状况", "劳动技能", "务工时间（月）", "是否参加大病保险", "致贫原因1", "危房户", "是否解决安全饮用水", "人均纯收入", "户联系电话", "人联系电话",
            "首次识别时间",
            "人员识别时间", "户类型", "易返贫致贫户（监测对象）类型", "风险是否消除", "风险识别时间", "风险消除时间");

    private Sheets() {}

    /** A cell that is written as a formula. */
    record Formula(String text) {}

    static String id(int sequence) {
        return Givens.residentId("451481", "19800101", sequence * 2 + 1); // men of 39 in 2019
    }

    /** A row of list B: a healthy man of 39 who works in the province. */
    static Map<String, Object> member(String household, int size, String relation, int person) {
        var row = new LinkedHashMap<String, Object>();
        B.forEach(heading -> row.put(heading, ""));
        row.putAll(Map.of("县", "凭祥市", "乡", "友谊镇", "行政村", "宋城村", "自然村", "板旺屯", "户编号", household, "人编号",
                household + "-" + person, "姓名", "韦" + "甲乙丙丁戊己庚辛壬癸".charAt(person % 10), "证件号码", id(person)));
        row.putAll(Map.of("人数", size, "与户主关系", relation, "民族", "壮族", "文化程度", "初中", "健康状况", "健康", "劳动技能", "普通劳动力", "务工状况",
                "县外省内", "务工时间（月）", 6));
        row.putAll(Map.of("参加大病医疗", "是", "脱贫属性", "脱贫", "贫困户属性", "一般脱贫户", "主要致贫原因", "缺技术", "危房户", "否", "饮水安全", "是", "饮水困难",
                "否", "人均纯收入", 5200.5, "联系电话", "1397710%04d".formatted(person)));
        return row;
    }

    /** The same person in the list of 2022, three years later. */
    static Map<String, Object> memberOf2022(Map<String, Object> b) {
        var row = new LinkedHashMap<String, Object>();
        C.forEach(heading -> row.put(heading, b.getOrDefault(heading, "")));
        row.putAll(Map.of("数据日期", "2022-12-31", "是否参加大病保险", "是", "致贫原因1", b.get("主要致贫原因"), "是否解决安全饮用水", "是", "人均纯收入", 9800,
                "户联系电话", "13977190000", "人联系电话", b.get("联系电话"), "首次识别时间", "2014-01-01", "人员识别时间", "2014-01-01", "户类型", "脱贫户"));
        return row;
    }

    static Map<String, Object> with(Map<String, Object> row, Object... changes) {
        var changed = new LinkedHashMap<>(row);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    /** Households of three men each: head, son, brother. */
    static List<Map<String, Object>> households(String prefix, int from, int to) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = from; i < to; i++) {
            rows.add(member(prefix + i, 3, "户主", i * 3));
            rows.add(member(prefix + i, 3, "之子", i * 3 + 1));
            rows.add(member(prefix + i, 3, "其他", i * 3 + 2));
        }
        return rows;
    }

    static byte[] xlsx(List<String> headings, List<Map<String, Object>> rows, String... titles) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("名单");
            var line = 0;
            for (var title : titles) {
                sheet.value(line++, 0, title);
            }
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(line, i, headings.get(i));
            }
            for (var row : rows) {
                line++;
                for (int i = 0; i < headings.size(); i++) {
                    switch (row.get(headings.get(i))) {
                        case Formula formula -> sheet.formula(line, i, formula.text());
                        case Number number -> sheet.value(line, i, number);
                        case String text when !text.isEmpty() -> sheet.value(line, i, text);
                        case null, default -> {
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] xls(List<String> headings, List<Map<String, Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("名单");
            var first = sheet.createRow(0);
            for (int i = 0; i < headings.size(); i++) {
                first.createCell(i).setCellValue(headings.get(i));
            }
            for (int line = 0; line < rows.size(); line++) {
                var row = sheet.createRow(line + 1);
                for (int i = 0; i < headings.size(); i++) {
                    switch (rows.get(line).get(headings.get(i))) {
                        case Formula formula -> row.createCell(i).setCellFormula(formula.text());
                        case Number number -> row.createCell(i).setCellValue(number.doubleValue());
                        case String text when !text.isEmpty() -> row.createCell(i).setCellValue(text);
                        case null, default -> {
                        }
                    }
                }
            }
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] csv(List<String> headings, List<Map<String, Object>> rows, Charset charset, String before) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", headings));
        rows.forEach(
                row -> lines.add(headings.stream().map(heading -> quoted(row.get(heading))).collect(Collectors.joining(","))));
        return (before + String.join("\r\n", lines) + "\r\n").getBytes(charset);
    }

    private static String quoted(Object value) {
        var text = value instanceof Formula formula ? "=" + formula.text() : String.valueOf(value);
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
