package org.jingzhun.household.quality;

import java.util.Arrays;
import java.util.Optional;

import org.jingzhun.household.field.Field;

/**
 * A rule across households that no single village knows of: a statement that finds household and person among all households (h) of an
 * area. Parameters are {@code :areaFrom}, {@code :areaTo}, {@code :day} and {@code :limit}, the number in the rule.
 *
 * <p>Each begins with the households of the area and looks for others by an index, so that a county costs what a county has. The order of
 * joins is prescribed, lest the database begin with all households of the province.
 */
enum AcrossRule {

    HOUSEHOLD_PHONE_SHARED("household-phone-shared", Field.HOUSEHOLD_PHONE, "phone-households-most", """
            select id, 0, village, number, null, households
              from (select h.id, h.village, h.number, (select count(*) from household other
                                                        where other.phone_digest = h.phone_digest and other.removed_on is null) households
                      from household h
                     where h.village between :areaFrom and :areaTo and h.removed_on is null and h.phone_digest is not null
                       and $rule) shared
             where households > :limit
            """),

    PHONE_IN_OTHER_COUNTY("phone-in-other-county", Field.HOUSEHOLD_PHONE, "phone-households-most", """
            select h.id, 0, h.village, h.number, null, ''
              from household h
             where h.village between :areaFrom and :areaTo and h.removed_on is null and h.phone_digest is not null and $rule
               and exists (select 1 from household other
                            where other.phone_digest = h.phone_digest and other.id <> h.id and other.removed_on is null
                              and left(other.village, 6) <> left(h.village, 6))
            """),

    WORKER_PHONE_SHARED("worker-phone-shared", Field.PHONE, "phone-households-most", """
            select id, person_id, village, number, person, persons
              from (select h.id, p.id person_id, h.village, h.number, p.number person,
                           (select count(distinct m2.household_id)
                              from person other straight_join membership m2 on m2.open_person = other.id
                             where other.phone_digest = p.phone_digest and (other.working = true or other.work_months > 0)) households,
                           (select count(*)
                              from person other straight_join membership m2 on m2.open_person = other.id
                             where other.phone_digest = p.phone_digest and (other.working = true or other.work_months > 0)) persons
                      from household h
                      straight_join membership m on m.household_id = h.id and m.left_on is null
                      straight_join person p on p.id = m.person_id and (p.working = true or p.work_months > 0)
                     where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
                       and exists (select 1 from person other where other.phone_digest = p.phone_digest and other.id <> p.id)) shared
             where households > :limit
            """),

    PERSON_PHONE_IN_OTHER_COUNTY("person-phone-in-other-county", Field.PHONE, "phone-households-most", """
            select h.id, p.id, h.village, h.number, p.number, ''
              from household h
              straight_join membership m on m.household_id = h.id and m.left_on is null
              straight_join person p on p.id = m.person_id
             where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
               and exists (select 1
                             from person other
                             straight_join membership m2 on m2.open_person = other.id
                             straight_join household h2 on h2.id = m2.household_id and h2.removed_on is null
                            where other.phone_digest = p.phone_digest and other.id <> p.id
                              and left(h2.village, 6) <> left(h.village, 6))
            """),

    MARRIED_OUT_NOWHERE("married-out-nowhere", Field.LEFT_ON, "nowhere-days-most", """
            select h.id, p.id, h.village, h.number, p.number, :limit
              from household h
              straight_join membership m on m.household_id = h.id and m.left_on < date_sub(:day, interval :limit day)
                and m.leave_reason in ('02', '03', '07')
              straight_join person p on p.id = m.person_id and p.died_on is null
              left join membership elsewhere on elsewhere.open_person = p.id
              left join membership later on later.person_id = p.id and later.left_on > m.left_on
             where h.village between :areaFrom and :areaTo and elsewhere.id is null and later.id is null and $rule
            """),

    YEAR_MEMBERS_DIFFER("year-members-differ", Field.YEAR_MEMBERS, "phone-households-most", """
            select h.id, 0, h.village, h.number, null, concat(y.year_members, char(31), count(m.id))
              from household h
              straight_join household_year y on y.household_id = h.id and y.year = h.data_year
              left join membership m on m.household_id = h.id
               and coalesce(m.joined_on, '2014-01-01') < makedate(y.year + 1, 1)
               and (m.left_on is null or m.left_on >= makedate(y.year + 1, 1))
             where h.village between :areaFrom and :areaTo and h.removed_on is null and y.year_members is not null
               and y.year < year(:day) and $rule
             group by h.id, h.village, h.number, y.year_members having count(m.id) <> y.year_members
            """),

    YEAR_SHEET_MISSING("year-sheet-missing", Field.NET_INCOME, "phone-households-most", """
            select h.id, 0, h.village, h.number, null, concat(min(y.year), char(31), max(y.year))
              from household h
              straight_join household_year y on y.household_id = h.id
             where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
             group by h.id, h.village, h.number having max(y.year) - min(y.year) + 1 > count(*)
            """);

    private final String code;
    private final Field blames;
    private final String limit;
    private final String sql;

    AcrossRule(String code, Field blames, String limit, String sql) {
        this.code = code;
        this.blames = blames;
        this.limit = limit;
        this.sql = sql;
    }

    static Optional<Field> blames(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).map(AcrossRule::blames).findFirst();
    }

    String code() {
        return code;
    }

    Field blames() {
        return blames;
    }

    /** The name of the number in the rule. */
    String limit() {
        return limit;
    }

    /** Whether it finds the same phone by its digest. */
    boolean comparesDigests() {
        return sql.contains("phone_digest");
    }

    /** The statement; rules hold for households whose data are of a day on which the rule is valid. */
    String sql() {
        return sql.replace("$rule", "coalesce(makedate(h.data_year, 365), h.valid_from) >= :validFrom");
    }
}
