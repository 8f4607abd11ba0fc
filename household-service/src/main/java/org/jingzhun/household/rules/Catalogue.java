package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.household.rules.RuleEntry.Level;
import org.jingzhun.household.rules.RuleEntry.Reach;
import org.jingzhun.household.rules.RuleEntry.Subject;
import org.jspecify.annotations.Nullable;

/** All rules with their numbers, classes, validity and sources (rules/catalogue.csv). */
public final class Catalogue {

    private static final Catalogue SHIPPED = load();

    private final Map<String, RuleEntry> entries;

    private Catalogue(Map<String, RuleEntry> entries) {
        this.entries = entries;
    }

    /** The one that comes with the suite. */
    public static Catalogue shipped() {
        return SHIPPED;
    }

    /** All, in the order of the file. */
    public Collection<RuleEntry> all() {
        return entries.values();
    }

    /** The rule of a code. */
    public Optional<RuleEntry> find(String code) {
        return Optional.ofNullable(entries.get(code));
    }

    /** The rule of a code that must be there. */
    public RuleEntry get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("not in the catalogue: " + code));
    }

    /** What breaking a rule means; what is not in the catalogue is a value that cannot be read, which is refused. */
    public Level level(String code) {
        return find(code).map(RuleEntry::level).orElse(Level.ERROR);
    }

    private static Catalogue load() {
        var entries = new LinkedHashMap<String, RuleEntry>();
        for (var line : ShippedTable.lines("catalogue.csv")) {
            var entry = entry(line);
            if (entries.put(entry.code(), entry) != null) {
                throw new IllegalStateException("twice in the catalogue: " + entry.code());
            }
        }
        return new Catalogue(Collections.unmodifiableMap(entries));
    }

    private static RuleEntry entry(String line) {
        var parts = line.split(",", 10);
        return new RuleEntry(parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(";")), Integer.parseInt(parts[2]),
                Level.valueOf(parts[3]), Subject.valueOf(parts[4]), Reach.valueOf(parts[5]), parts[6].equals("yes"),
                LocalDate.parse(parts[7]), day(parts[8]), parts[9]);
    }

    private static @Nullable LocalDate day(String written) {
        return written.isEmpty() ? null : LocalDate.parse(written);
    }
}
