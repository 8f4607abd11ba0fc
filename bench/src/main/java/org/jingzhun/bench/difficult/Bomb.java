package org.jingzhun.bench.difficult;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A well-formed workbook of about a megabyte whose one sheet does not end: the headings are right, the rows repeat. */
final class Bomb {

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int BLOCK = 1 << 20;

    private Bomb() {}

    static void write(Path file, List<String> headings, int megabytes) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(9);
            entry(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$sworksheet+xml"/></Types>""".formatted(TYPES));
            entry(zip, "_rels/.rels", """
                    <Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/>\
                    </Relationships>""".formatted(RELATIONS, OFFICE));
            entry(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/>\
                    </Relationships>""".formatted(RELATIONS, OFFICE));
            entry(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>"""
                    .formatted(SPREADSHEET, OFFICE));
            sheet(zip, headings, megabytes);
        }
    }

    private static void sheet(ZipOutputStream zip, List<String> headings, int megabytes) throws IOException {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        zip.write(text("<worksheet xmlns=\"" + SPREADSHEET + "\"><sheetData><row>" + headings.stream().map(Bomb::cell)
                .collect(Collectors.joining()) + "</row>"));
        var row = "<row>" + cell("凭祥市").repeat(headings.size()) + "</row>";
        var block = text(row.repeat(BLOCK / row.length() + 1));
        for (var written = 0L; written < (long) megabytes * BLOCK; written += block.length) {
            zip.write(block);
        }
        zip.write(text("</sheetData></worksheet>"));
        zip.closeEntry();
    }

    private static String cell(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));
        zip.closeEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
