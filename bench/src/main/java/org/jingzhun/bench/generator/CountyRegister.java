package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;

/** All rural households of a county, poor or not, with what is known of them in one year and what was known in earlier ones. */
public final class CountyRegister {

    private static final double REGISTERED = 0.2; // of all rural households

    private final long seed;
    private final String county;
    private final int year;
    private final List<Divisions.Village> villages;

    public CountyRegister(long seed, String county, int year) {
        this.seed = seed;
        this.county = county;
        this.year = year;
        villages = Divisions.on(LocalDate.of(year, 12, 31)).villages(county, Divisions.VillageNames.SHORT);
    }

    /** The counties below a code, such as 14 or 4514, whose villages are known. */
    public static List<String> counties(String prefix, int year) {
        var today = LocalDate.of(year, 12, 31).toString();
        var counties = new TreeSet<String>();
        for (var fields : Table.rows("/divisions/divisions.csv")) {
            var code = fields.getFirst();
            var village = Integer.parseInt(code.substring(9));
            var now = fields.get(4).compareTo(today) <= 0 && (fields.get(5).isEmpty() || fields.get(5).compareTo(today) > 0);
            if (now && code.startsWith(prefix) && village >= 200 && village < 400) {
                counties.add(code.substring(0, 6));
            }
        }
        return List.copyOf(counties);
    }

    public int villages() {
        return villages.size();
    }

    /** Where a column of {@link Member#text} stands. */
    public static int place(String column) {
        return Objects.requireNonNull(Template.REGISTER.place(Column.valueOf(column)), column);
    }

    /** A phone number of its own for each ordinal. */
    public static String phone(long ordinal, long seed) {
        return Phones.of(ordinal, seed);
    }

    /** So many households, village by village. */
    public void forEach(int households, Consumer<Kept> taker) {
        new Population(seed, county, year, villages, new ResidentIds(seed), true).forEachHousehold(households, REGISTERED,
                household -> taker.accept(new Kept(household)));
    }

    /** So many households that are all registered as poor at some time. */
    public void forEachRegistered(int households, Consumer<Kept> taker) {
        new Population(seed, county, year, villages, new ResidentIds(seed), true).forEachHousehold(households, 1,
                household -> taker.accept(new Kept(household)));
    }

    /** The codes of its villages, in their order. */
    public List<String> villageCodes() {
        return villages.stream().map(Divisions.Village::code).toList();
    }

    /** A household. */
    public static final class Kept {

        private final Household household;

        private Kept(Household household) {
            this.household = household;
        }

        public String number() {
            return household.number();
        }

        public String village() {
            return household.village().code();
        }

        /** Its members of today as they were at the end of a year, the head first; who was not born yet is not among them. */
        public List<Member> in(int year) {
            var born = household.members().stream().filter(person -> person.age(year) >= 0).toList();
            return new Sheets(Template.REGISTER, year).rows(household.with(born)).stream().map(Member::new).toList();
        }
    }

    /** A member in a year, and his household beside him. */
    public static final class Member {

        private final Row row;

        private Member(Row row) {
            this.row = row;
        }

        public String number() {
            return row.person().number();
        }

        public LocalDate birth() {
            return row.person().birth();
        }

        /** Whether he came into the household later than it was counted: by birth or by marriage. */
        public boolean isNewcomer() {
            return row.person().number().length() == 17;
        }

        /** What a column says, empty where nothing is known. */
        public String text(int place) {
            return row.cells()[place].text();
        }
    }
}
