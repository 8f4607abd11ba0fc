package org.jingzhun.household.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jingzhun.household.reference.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All divisions, answered from memory. */
@Component
public class Divisions {

    private static final Pattern SUFFIX = Pattern.compile("(社区)?(村民委员会|居民委员会|村委会|居委会)$|社区$|(?<=..)村$");
    /** A neighbourhood, not a village. */
    private static final Pattern OF_TOWN = Pattern.compile("社区|居民委员会$|居委会$");
    private static final Pattern CODE = Pattern.compile("\\d{12}|\\d{9}|\\d{6}|\\d{4}|\\d{2}");

    private final Remembered<Book> book;

    Divisions(JdbcClient jdbc) {
        this.book = new Remembered<>(jdbc, DivisionConfiguration.TOPIC, () -> Book.read(jdbc));
    }

    /** The division that this code stands for now, or stood for last; a prefix of 2, 4, 6 or 9 digits is a code as well. */
    public Optional<Division> find(String code) {
        return book.get().all(code).max(Comparator.comparing(Division::validFrom));
    }

    /** The division that this code stood for on that day. */
    public Optional<Division> find(String code, LocalDate on) {
        return book.get().all(code).filter(division -> division.validOn(on)).findFirst();
    }

    /** The name of a division, or its code where none is known. */
    public String name(String code) {
        var found = book.get().byCode().get(code);
        return found == null ? code : found.getLast().name();
    }

    /** The divisions directly below another on that day, by code; of the country if there is no parent. */
    public List<Division> children(@Nullable String parent, LocalDate on) {
        return book.get().children(parent == null ? "" : full(parent)).stream().filter(division -> division.validOn(on)).toList();
    }

    /** The counties, townships or villages below a prefix that go by this name on that day, however the name is written. */
    public List<Division> named(Level level, String prefix, String name, LocalDate on) {
        return book.get().named(level, shortName(name)).stream()
                .filter(division -> division.code().startsWith(prefix) && division.validOn(on)).toList();
    }

    /**
     * The village that a workbook means by names or codes of its township and of itself, inside a county and on a day.
     *
     * <p>Empty where there is none, and where two villages of one township share the name.
     */
    public Optional<Division> village(String countyPrefix, String townshipNameOrCode, String villageNameOrCode, LocalDate on) {
        var village = villageNameOrCode.strip();
        if (CODE.matcher(village).matches()) {
            return find(village, on).filter(it -> it.level() == Level.VILLAGE && it.code().startsWith(countyPrefix))
                    .filter(it -> township(countyPrefix, townshipNameOrCode, on).map(Division::code)
                            .filter(code -> code.equals(it.parent())).isPresent());
        }
        return township(countyPrefix, townshipNameOrCode, on)
                .flatMap(township -> below(township.code(), village, on));
    }

    /** The township that a workbook means by name or code, inside a county and on a day. */
    public Optional<Division> township(String countyPrefix, String nameOrCode, LocalDate on) {
        var township = nameOrCode.strip();
        if (CODE.matcher(township).matches()) {
            return find(township, on).filter(it -> it.level() == Level.TOWNSHIP && it.code().startsWith(countyPrefix));
        }
        return below(full(countyPrefix), township, on);
    }

    /** The division that stands today in the place of an older code; itself where it is still valid. */
    public Division current(Division division) {
        var now = division;
        while (now.successor() != null) {
            var next = find(now.successor());
            if (next.isEmpty() || next.get().code().equals(now.code())) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    /** The codes in whose place this one came. */
    public List<String> predecessors(String code) {
        return book.get().bySuccessor().getOrDefault(full(code), List.of()).stream().map(Division::code).toList();
    }

    /** The prefixes of the divisions that an area took over when codes changed. */
    List<String> formerPrefixes(String area) {
        return area.isEmpty()
                ? List.of()
                : book.get().bySuccessor().getOrDefault(full(area), List.of()).stream().map(Division::prefix).toList();
    }

    /** A name without what workbooks leave out at will: 连全村, 连全村委会 and 连全村民委员会 are all 连全. */
    public static String shortName(String name) {
        var plain = plain(name);
        var matcher = SUFFIX.matcher(plain);
        return matcher.find() && matcher.start() > 0 ? plain.substring(0, matcher.start()) : plain;
    }

    /** A prefix filled up to the 12 digits of a code. */
    public static String full(String prefix) {
        return prefix.length() >= 12 ? prefix : prefix + "0".repeat(12 - prefix.length());
    }

    /** By its short name; else by the name as it is written, since a village may be called 大村; else without a last 村. */
    private Optional<Division> below(String parent, String written, LocalDate on) {
        var plain = plain(written);
        return Stream.of(shortName(written), plain, plain.endsWith("村") ? plain.substring(0, plain.length() - 1) : plain)
                .distinct()
                .map(name -> book.get().below(parent, name).stream().filter(it -> it.validOn(on)).toList())
                .filter(found -> !found.isEmpty()).findFirst().flatMap(found -> meant(found, plain));
    }

    /** A township can have a village and a neighbourhood of one name: the full name tells which, or else the word village does. */
    private static Optional<Division> meant(List<Division> found, String plain) {
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        var exact = only(found.stream().filter(it -> it.name().equals(plain)).toList());
        var isOfTown = OF_TOWN.matcher(plain).find();
        return exact.isPresent()
                ? exact
                : plain.endsWith("村") || isOfTown || plain.endsWith("村民委员会") || plain.endsWith("村委会")
                        ? only(found.stream().filter(it -> OF_TOWN.matcher(it.name()).find() == isOfTown).toList())
                        : Optional.empty();
    }

    private static String plain(String written) {
        return written.strip().replace(" ", "").replace("\u3000", "");
    }

    private static Optional<Division> only(List<Division> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private record Name(String place, String shortName) {}

    private record Book(Map<String, List<Division>> byCode, Map<String, List<Division>> byParent,
            Map<Name, List<Division>> byParentAndName,
            Map<Name, List<Division>> byLevelAndName, Map<String, List<Division>> bySuccessor) {

        static Book read(JdbcClient jdbc) {
            var book = new Book(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(),
                    new HashMap<>());
            jdbc.sql("""
                    select code, name, short_name, level, parent, valid_from, valid_to, successor
                      from division order by code, valid_from
                    """).query((row, number) -> new Division(row.getString(1), row.getString(2), row.getString(3),
                    Level.valueOf(row.getString(4)), row.getString(5), row.getObject(6, LocalDate.class),
                    row.getObject(7, LocalDate.class),
                    row.getString(8))).list().forEach(book::add);
            return book;
        }

        private void add(Division division) {
            var parent = division.parent() == null ? "" : division.parent();
            byCode.computeIfAbsent(division.code(), code -> new ArrayList<>(1)).add(division);
            byParent.computeIfAbsent(parent, code -> new ArrayList<>()).add(division);
            byParentAndName.computeIfAbsent(new Name(parent, division.shortName()), name -> new ArrayList<>(1)).add(division);
            byLevelAndName.computeIfAbsent(new Name(division.level().name(), division.shortName()), name -> new ArrayList<>(1))
                    .add(division);
            if (division.successor() != null) {
                bySuccessor.computeIfAbsent(division.successor(), code -> new ArrayList<>(1)).add(division);
            }
        }

        Stream<Division> all(String code) {
            return byCode.getOrDefault(full(code), List.of()).stream();
        }

        List<Division> children(String parent) {
            return byParent.getOrDefault(parent, List.of());
        }

        List<Division> below(String parent, String shortName) {
            return byParentAndName.getOrDefault(new Name(parent, shortName), List.of());
        }

        List<Division> named(Level level, String shortName) {
            return byLevelAndName.getOrDefault(new Name(level.name(), shortName), List.of());
        }
    }
}
