package org.jingzhun.household.imports.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableTest {

    private static final ReadingLimits LIMITS = new ReadingLimits(64 << 20, 100, 1 << 20, 8 << 20, 100_000, 64);

    @Test
    void aWorkbookIsReadWithItsTextsNumbersAndFormulas() throws IOException {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("名单");
            sheet.value(0, 0, "姓名");
            sheet.value(0, 2, "人数");
            sheet.inlineString(2, 0, "韦 & <甲>");
            sheet.value(2, 1, 451481190001010011d);
            sheet.formula(2, 2, "1+2");
        });

        var rows = read(file);

        assertThat(rows.stream().map(Row::number)).containsExactly(1, 3);
        assertThat(rows.getFirst().text(2)).isEqualTo("人数");
        assertThat(rows.getFirst().kind(1)).isEqualTo(CellKind.EMPTY);
        assertThat(rows.getLast().text(0)).isEqualTo("韦 & <甲>");
        assertThat(rows.getLast().kind(1)).isEqualTo(CellKind.NUMBER);
        assertThat(rows.getLast().kind(2)).isEqualTo(CellKind.FORMULA);
    }

    @Test
    void anOldWorkbookIsReadAsWell() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet("名单");
            sheet.createRow(0).createCell(0).setCellValue("姓名");
            var row = sheet.createRow(5);
            row.createCell(0).setCellValue("韦甲");
            row.createCell(1).setCellValue(3);
            row.createCell(2).setCellFormula("1+2");
            book.write(out);
        }

        var rows = read(out.toByteArray());

        assertThat(rows.stream().map(Row::number)).containsExactly(1, 6);
        assertThat(rows.getLast().text(0)).isEqualTo("韦甲");
        assertThat(rows.getLast().text(1)).isEqualTo("3");
        assertThat(rows.getLast().kind(2)).isEqualTo(CellKind.FORMULA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void textIsReadInItsOwnEncoding(String charset) {
        var rows = read("姓名,说明\r\n韦甲,\"一,\"\"二\"\"\n三\"\r\n\r\n㐂,=1+1".getBytes(Charset.forName(charset)));

        assertThat(rows.stream().map(Row::number)).containsExactly(1, 2, 3, 4);
        assertThat(rows.get(1).text(1)).isEqualTo("一,\"二\"\n三");
        assertThat(rows.get(3).text(0)).isEqualTo("㐂");
        assertThat(rows.get(3).kind(1)).isEqualTo(CellKind.FORMULA);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstHeading() {
        assertThat(read("\uFEFF姓名\t人数\n韦甲\t3".getBytes(StandardCharsets.UTF_8)).getFirst().text(0)).isEqualTo("姓名");
    }

    @Test
    void aTruncatedWorkbookIsDamaged() throws IOException {
        var whole = workbook(book -> book.newWorksheet("a").value(0, 0, "姓名"));

        for (var length : List.of(4, 100, whole.length / 2, whole.length - 30)) {
            assertThatThrownBy(() -> read(Arrays.copyOf(whole, length))).isInstanceOf(UnreadableFile.class)
                    .extracting(it -> ((UnreadableFile) it).code()).isEqualTo("file-damaged");
        }
    }

    @Test
    void aWorkbookWithAPasswordIsRecognised() throws IOException {
        var old = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var book = new HSSFWorkbook()) {
            book.createSheet("a").createRow(0).createCell(0).setCellValue("姓名");
            book.write(old);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        var modern = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            files.writeFilesystem(modern);
        }

        for (var file : List.of(old.toByteArray(), modern.toByteArray())) {
            assertThatThrownBy(() -> read(file)).extracting(it -> ((UnreadableFile) it).code())
                    .isEqualTo("file-password-protected");
        }
    }

    @Test
    void anArchiveThatInflatesWithoutEndIsLeftAlone() throws IOException {
        var bomb = parts("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + " ".repeat(20 << 20)
                + "</t></is></c></row></sheetData></worksheet>");

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> read(bomb)).extracting(it -> ((UnreadableFile) it).code()).isEqualTo("zip-bomb");
    }

    @Test
    void entitiesOfOthersAreNotFollowed() throws IOException {
        var file = parts("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>&f;</t></is></c></row></sheetData></worksheet>");

        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFile.class);
    }

    @Test
    void pictureOrNothingIsNoTable() {
        assertThatThrownBy(() -> read(new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1})).isInstanceOf(UnreadableFile.class);
        assertThatThrownBy(() -> read(new byte[0])).extracting(it -> ((UnreadableFile) it).code()).isEqualTo("no-rows");
    }

    @Test
    void whatTheTakerOfTheRowsThrowsIsNotTakenForDamage() {
        assertThatThrownBy(() -> Table.open(content("a,b".getBytes(StandardCharsets.UTF_8)), LIMITS).read(row -> {
            throw new IllegalStateException("ours");
        })).isInstanceOf(IllegalStateException.class).hasMessage("ours");
    }

    private interface Filling {
        void fill(Workbook book) throws IOException;
    }

    private static byte[] workbook(Filling filling) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            filling.fill(book);
        }
        return out.toByteArray();
    }

    private static byte[] parts(String sheet) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            part(zip, "xl/workbook.xml",
                    "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels",
                    "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<Row> read(byte[] file) {
        var rows = new ArrayList<Row>();
        Table.open(content(file), LIMITS).read(row -> rows.add(row.copy()));
        return rows;
    }

    private static StoredContent content(byte[] file) {
        return new StoredContent() {
            @Override
            public SeekableByteChannel open() {
                return new SeekableInMemoryByteChannel(file);
            }

            @Override
            public long size() {
                return file.length;
            }
        };
    }
}
