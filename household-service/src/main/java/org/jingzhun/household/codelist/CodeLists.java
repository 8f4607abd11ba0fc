package org.jingzhun.household.codelist;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jingzhun.household.reference.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All code lists, answered from memory. */
@Component
public class CodeLists {

    private final Remembered<Map<String, Values>> lists;

    CodeLists(JdbcClient jdbc) {
        this.lists = new Remembered<>(jdbc, CodeListConfiguration.TOPIC, () -> read(jdbc));
    }

    /** The code that a workbook means: by name, by a known other spelling, or by the code itself, if it holds on that day. */
    public Optional<String> code(CodeList list, String nameOrCode, LocalDate on) {
        return values(list.id()).meaning(nameOrCode).stream().filter(entry -> entry.validOn(on)).map(CodeEntry::code).findFirst();
    }

    /** Whether this is a code of the list on that day. */
    public boolean has(CodeList list, String code, LocalDate on) {
        return values(list.id()).byCode.getOrDefault(code, List.of()).stream().anyMatch(entry -> entry.validOn(on));
    }

    /** The name of a code, now or when it was valid last. */
    public Optional<String> name(CodeList list, String code) {
        var found = values(list.id()).byCode.get(code);
        return found == null ? Optional.empty() : Optional.of(found.getLast().name());
    }

    /** The names that may be used on that day, in the order of the list. */
    public List<String> names(CodeList list, LocalDate on) {
        return entries(list.id()).stream().filter(entry -> entry.validOn(on)).map(CodeEntry::name).toList();
    }

    /** All values of a list in its order, those of the past too; empty where there is no such list. */
    public List<CodeEntry> entries(String list) {
        return values(list).ordered;
    }

    /** The names of all lists. */
    public Set<String> lists() {
        return lists.get().keySet();
    }

    private Values values(String list) {
        var found = lists.get().get(list);
        return found == null ? Values.NONE : found;
    }

    private static Map<String, Values> read(JdbcClient jdbc) {
        var lists = new LinkedHashMap<String, Values>();
        jdbc.sql("select list, code, name, source, valid_from, valid_to from code_list_entry order by list, position, valid_from")
                .query(row -> {
                    lists.computeIfAbsent(row.getString(1), list -> new Values())
                            .add(new CodeEntry(row.getString(2), row.getString(3),
                                    row.getString(4), row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)));
                });
        jdbc.sql("select list, variant, code from code_list_variant").query(row -> {
            lists.computeIfAbsent(row.getString(1), list -> new Values()).alias(row.getString(2), row.getString(3));
        });
        return lists;
    }

    /** One spelling for what differs only in full-width letters, brackets and blanks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static final class Values {

        static final Values NONE = new Values();

        final List<CodeEntry> ordered = new ArrayList<>();
        final Map<String, List<CodeEntry>> byCode = new HashMap<>();
        final Map<String, List<CodeEntry>> byText = new HashMap<>();

        void add(CodeEntry entry) {
            ordered.add(entry);
            byCode.computeIfAbsent(entry.code(), code -> new ArrayList<>(1)).add(entry);
            byText.computeIfAbsent(plain(entry.name()), name -> new ArrayList<>(1)).add(entry);
        }

        void alias(String variant, String code) {
            byText.putIfAbsent(plain(variant), byCode.getOrDefault(code, List.of()));
        }

        List<CodeEntry> meaning(String text) {
            var exact = byText.get(text);
            if (exact == null) {
                exact = byText.get(plain(text));
            }
            return exact != null ? exact : byCode.getOrDefault(text, List.of());
        }
    }
}
