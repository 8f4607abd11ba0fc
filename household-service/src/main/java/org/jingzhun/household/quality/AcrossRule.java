package org.jingzhun.household.quality;

import java.util.Arrays;
import java.util.Optional;

import org.jingzhun.household.field.Field;

/**
 * A rule across households that no single village knows of: a statement that finds household and person among all households (h) of an
 * area. Parameters are {@code :areaFrom}, {@code :areaTo}, {@code :day} and {@code :limit}, the number in the rule.
 *
 * <p>The order of joins is prescribed: left to itself, MariaDB groups all numbers anew for each household of the area.
 */
enum AcrossRule {

    HOUSEHOLD_PHONE_SHARED("household-phone-shared", Field.HOUSEHOLD_PHONE, "phone-households-most", """
            select h.id, 0, h.village, h.number, null, shared.households
              from (select phone_digest, count(*) households from household
                     where phone_digest is not null and removed_on is null
                     group by phone_digest having count(*) > :limit) shared
              straight_join household h on h.phone_digest = shared.phone_digest
             where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
            """),

    PHONE_IN_OTHER_COUNTY("phone-in-other-county", Field.HOUSEHOLD_PHONE, "phone-households-most", """
            select h.id, 0, h.village, h.number, null, ''
              from (select phone_digest from household
                     where phone_digest is not null and removed_on is null
                     group by phone_digest having min(left(village, 6)) <> max(left(village, 6))) shared
              straight_join household h on h.phone_digest = shared.phone_digest
             where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
            """),

    WORKER_PHONE_SHARED("worker-phone-shared", Field.PHONE, "phone-households-most", """
            select h.id, p.id, h.village, h.number, p.number, shared.persons
              from (select p.phone_digest, count(distinct m.household_id) households, count(*) persons
                      from (select phone_digest from person where phone_digest is not null
                             group by phone_digest having count(*) > 1) often
                      straight_join person p on p.phone_digest = often.phone_digest
                      straight_join membership m on m.open_person = p.id
                     where p.working = true or p.work_months > 0
                     group by p.phone_digest having count(distinct m.household_id) > :limit) shared
              straight_join person p on p.phone_digest = shared.phone_digest and (p.working = true or p.work_months > 0)
              straight_join membership m on m.open_person = p.id
              straight_join household h on h.id = m.household_id
             where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
            """),

    PERSON_PHONE_IN_OTHER_COUNTY("person-phone-in-other-county", Field.PHONE, "phone-households-most", """
            select h.id, p.id, h.village, h.number, p.number, ''
              from (select p.phone_digest
                      from (select phone_digest from person where phone_digest is not null
                             group by phone_digest having count(*) > 1) often
                      straight_join person p on p.phone_digest = often.phone_digest
                      straight_join membership m on m.open_person = p.id
                      straight_join household o on o.id = m.household_id and o.removed_on is null
                     group by p.phone_digest having min(left(o.village, 6)) <> max(left(o.village, 6))) shared
              straight_join person p on p.phone_digest = shared.phone_digest
              straight_join membership m on m.open_person = p.id
              straight_join household h on h.id = m.household_id
             where h.village between :areaFrom and :areaTo and h.removed_on is null and $rule
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
