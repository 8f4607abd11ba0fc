package org.jingzhun.bench.difficult;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jingzhun.bench.Arguments;
import org.jingzhun.bench.generator.Generate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DifficultCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        DifficultCommand.run(new Arguments(List.of("--out", folder.toString(), "--bomb-megabytes", "64")));
    }

    private static List<Row> rows(String file) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(file)); var workbook = new ReadableWorkbook(in)) {
            return workbook.getFirstSheet().read();
        }
    }

    @Test
    void theListOfFilesNamesEachOfThem() throws IOException {
        var readme = Files.readString(folder.resolve("README.txt"));

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.txt")))
                    .hasSizeGreaterThan(25).allMatch(readme::contains);
        }
    }

    @Test
    void thePasswordOpensWhatIsUnreadableWithoutIt() throws Exception {
        assertThatThrownBy(() -> rows("password.xlsx")).isInstanceOf(Exception.class);
        try (var container = new POIFSFileSystem(folder.resolve("password.xlsx").toFile())) {
            assertThat(container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")).isTrue();
            var key = Decryptor.getInstance(new EncryptionInfo(container));
            assertThat(key.verifyPassword("123456")).isTrue();
            try (var workbook = new ReadableWorkbook(key.getDataStream(container))) {
                assertThat(workbook.getFirstSheet().read()).hasSize(301);
            }
        }
    }

    @Test
    void theBombIsSmallAndUnpacksToAsMuchAsAskedFor() throws IOException {
        var file = folder.resolve("zip-bomb.xlsx").toFile();

        try (var zip = new ZipFile(file)) {
            assertThat(zip.getEntry("xl/worksheets/sheet1.xml").getSize()).isGreaterThan(64L << 20);
        }
        assertThat(file.length()).isLessThan(500_000);
        try (var in = Files.newInputStream(file.toPath());
                var workbook = new ReadableWorkbook(in);
                var lines = workbook.getFirstSheet().openStream()) {
            assertThat(lines.limit(2).map(line -> line.getCellText(0))).containsExactly("县", "凭祥市");
        }
    }

    @Test
    void nobodyIsAlsoInTheDemoCountyOrInTwoOfTheFiles() throws IOException {
        var files = List.of("plain", "two-heads", "no-head", "id-twice-in-file", "village-unknown", "village-other-county",
                "count-differs");
        var lists = new ArrayList<Set<String>>();
        lists.add(numbers(Generate.sample("451481", 11_000, 1)));
        for (var file : files) {
            lists.add(numbers(rows(file + ".xlsx").stream()
                    .map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList())
                    .toList()));
        }

        assertThat(lists.stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    /** Household number, person number and resident ID of all rows. */
    private static Set<String> numbers(List<List<String>> table) {
        return table.stream().skip(1).flatMap(row -> Stream.of(row.get(4), row.get(5), row.get(7))).collect(Collectors.toSet());
    }

    @Test
    void aTruncatedFileCannotBeOpened() {
        assertThatThrownBy(() -> rows("truncated.xlsx")).isInstanceOf(IOException.class);
    }

    @Test
    void titlesAndGroupsStandAboveTheHeadings() throws IOException {
        assertThat(rows("title-rows.xlsx").stream().filter(row -> row.getRowNum() == 4).map(row -> row.getCellText(0)))
                .containsExactly("县");
        var merged = rows("merged-headings.xlsx");
        assertThat(merged.get(0).getCellText(0)).isEqualTo("所在地");
        assertThat(merged.get(1).getCellText(0)).isEqualTo("县");
        assertThat(merged.get(0).getCellText(4)).isEqualTo("户编号");
        assertThat(merged).hasSize(302);
    }

    @Test
    void idsLoseTheirDigitsOrTheirText() throws IOException {
        assertThat(rows("ids-in-scientific-notation.xlsx").get(1).getCell(7).getType()).isEqualTo(CellType.NUMBER);
        assertThat(rows("ids-by-formula.xlsx").get(1).getCell(7).getFormula()).isNotEmpty();
        assertThat(rows("ids-of-15-digits.xlsx").stream().skip(1).map(row -> row.getCellText(7).length()).distinct())
                .contains(15, 18).isSubsetOf(15, 18, 20);
        assertThat(rows("full-width.xlsx").get(1).getCellText(7)).matches("[０-９Ｘ]{18}([０-９]{2})?");
    }

    @Test
    void theOldFormatAndTheOldEncodingHoldTheSamePeople() throws IOException {
        var id = rows("plain.xlsx").get(300).getCellText(7);

        try (var in = Files.newInputStream(folder.resolve("excel-97.xls")); var workbook = new HSSFWorkbook(in)) {
            assertThat(workbook.getSheetAt(0).getRow(300).getCell(7).getStringCellValue()).isEqualTo(id);
        }
        assertThat(Files.readString(folder.resolve("gb18030.csv"), Charset.forName("GB18030"))).contains(id).contains("凭祥市");
        assertThat(Files.readString(folder.resolve("utf-8-bom.csv"))).startsWith("\uFEFF县,").contains(id);
    }
}
