package org.jingzhun.household.imports;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.imports.sheet.ReadingLimits;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.imports.sheet.StoredContent;
import org.jingzhun.household.imports.sheet.Table;
import org.jingzhun.household.record.Wording;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.PersonFacts;
import org.jingzhun.household.rules.RuleRow;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.household.rules.Values;
import org.jingzhun.household.template.Template;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of rules written as each national list, read as an import reads it, and judged: as the facts themselves are judged. */
@HouseholdServiceTest
class ImportedRowsTest {

    private static final int YEAR = 2023;
    private static final LocalDate END = LocalDate.of(YEAR, 12, 31);

    final Rules rules = Rules.shipped();
    @Autowired
    Divisions divisions;
    @Autowired
    CodeLists codeLists;
    @Autowired
    Wording wording;
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Template.class, names = "WORK_MONTH", mode = EnumSource.Mode.EXCLUDE)
    void aListIsJudgedAsTheTableSays(Template template) throws IOException {
        var rows = RuleRow.all().stream().filter(ImportedRowsTest::canBeWritten).toList();
        var read = read(template, rows);
        var fired = new TreeSet<String>();
        var next = 0;
        for (var row : rows) {
            var lines = template.isOfHouseholds() ? 1 : row.members().size();
            var staged = read.staged.subList(next, next += lines);
            var found = judge(template, read.layout, staged);
            assertThat(found).as(row.toString())
                    .isEqualTo(row.judged(rules, asked(read.layout, template), !template.isOfHouseholds()));
            fired.addAll(found);
        }

        assertThat(fired).hasSizeGreaterThan(20);
    }

    /** A list is of a day, and of one year; what it has no column for, it leaves out. */
    private static boolean canBeWritten(RuleRow row) {
        return row.on().equals(END) && row.earlier().isEmpty() && row.lastYear().isEmpty()
                && row.members().stream().allMatch(member -> member.containsKey(Field.LABOUR)); // else it is refused as unreadable
    }

    private static Fields asked(Layout layout, Template template) {
        var asked = EnumSet.copyOf(layout.told());
        asked.addAll(List.of(Field.SEX, Field.BIRTH_DATE, Field.DOCUMENT_KIND));
        asked.remove(Field.HOUSEHOLD_PHONE);
        if (template.has(Field.HOUSEHOLD_PHONE)) {
            asked.add(Field.HOUSEHOLD_PHONE);
        }
        return Fields.of(asked);
    }

    private TreeSet<String> judge(Template template, Layout layout, List<StagedRow> staged) {
        var codes = new TreeSet<String>();
        var asked = asked(layout, template);
        var persons = new ArrayList<PersonFacts>();
        for (var row : staged) {
            row.findings.stream().map(ImportedRowsTest::code).filter(code -> Catalogue.shipped().find(code).isPresent())
                    .forEach(codes::add);
            persons.add(new PersonFacts(values(row, asked), END));
        }
        if (!template.isOfHouseholds()) {
            persons.forEach(person -> rules.check(person).forEach(finding -> codes.add(finding.code())));
        } else {
            persons.clear();
        }
        var household = values(staged.getFirst(), asked);
        var hasYear = Field.of(Holder.HOUSEHOLD_YEAR).stream().anyMatch(household::has);
        rules.check(new HouseholdFacts(household, persons, hasYear ? household : null, null, null, END, null))
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    /** A phone that cannot be one is refused while it is read, whosever it is. */
    private static String code(Finding finding) {
        return finding.field() == Field.HOUSEHOLD_PHONE && finding.code().equals("phone-not-11-digits")
                ? "household-phone-not-11-digits"
                : finding.code();
    }

    private static Values values(StagedRow row, Fields asked) {
        var values = new Values(asked);
        row.values.forEach((field, value) -> values.set(field, asked.has(field) ? value : null));
        values.set(Field.RESIDENT_ID, row.document);
        row.findings.stream().map(Finding::field).filter(field -> field.isEncrypted() || !row.values.containsKey(field))
                .forEach(values::doubt); // it could not be read
        return values;
    }

    private record Read(Layout layout, List<StagedRow> staged) {}

    private Read read(Template template, List<RuleRow> rows) throws IOException {
        var file = Files.write(folder.resolve(template + ".csv"), csv(template, rows).getBytes(StandardCharsets.UTF_8));
        var lines = new ArrayList<Row>();
        Table.open(new StoredContent() {
            @Override
            public SeekableByteChannel open() throws IOException {
                return Files.newByteChannel(file);
            }

            @Override
            public long size() {
                return file.toFile().length();
            }
        }, new ReadingLimits(1 << 30, 100, 1 << 26, 1 << 20, 100_000, 256)).read(row -> lines.add(row.copy()));
        var layout = Headings.find(lines.subList(0, 1));
        var reader = new RowReader(layout, YEAR, LocalDate.of(2026, 1, 1),
                new Places(divisions, "451481", LocalDate.of(2026, 1, 1)),
                new Codes(codeLists), rules, lines.getFirst());
        return new Read(layout, lines.stream().skip(1).map(reader::read).toList());
    }

    private String csv(Template template, List<RuleRow> rows) {
        var text = new StringBuilder(template.columns().stream().map(column -> quoted(column.heading()))
                .collect(Collectors.joining(","))).append("\r\n");
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            for (int who = 0; who < (template.isOfHouseholds() ? 1 : row.members().size()); who++) {
                var values = cells(row, i, who);
                text.append(template.columns().stream().map(column -> quoted(values.getOrDefault(column.field(), "")))
                        .collect(Collectors.joining(","))).append("\r\n");
            }
        }
        return text.toString();
    }

    private Map<Field, String> cells(RuleRow row, int number, int who) {
        var cells = new LinkedHashMap<Field, String>();
        row.household().forEach((field, value) -> cells.put(field, wording.of(field, value)));
        row.year().forEach((field, value) -> cells.put(field, wording.of(field, value)));
        row.members().get(who).forEach((field, value) -> cells.put(field, wording.of(field, value)));
        cells.putAll(Map.of(Field.COUNTY, "凭祥市", Field.TOWNSHIP, "友谊镇", Field.VILLAGE, "宋城村", Field.HOUSEHOLD_NUMBER,
                "T" + number, Field.PERSON_NUMBER, "T" + number + "-" + who, Field.DATA_YEAR, String.valueOf(YEAR),
                Field.DATA_DATE,
                END.toString()));
        cells.putIfAbsent(Field.MEMBERS, String.valueOf(row.members().size()));
        return cells;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
