package org.jingzhun.household.imports;

import org.jingzhun.household.register.PersonMerges;
import org.jingzhun.household.template.Template;

/** What the register knows of a row's household and person, and whether the row must not go in, as SQL. */
final class Verdict {

    /** The person by number (p) and by resident ID (d), and where they live. */
    private static final String PERSONS = """
              left join household h on h.number = r.household_number
              left join person p on p.number = r.person_number
              left join person d on d.resident_id_digest = r.resident_id_digest
              left join membership pm on pm.open_person = p.id
              left join household ph on ph.id = pm.household_id
              left join membership dm on dm.open_person = d.id
              left join household dh on dh.id = dm.household_id
            """;

    /** The head of the register (head). */
    private static final String HEADS = """
              left join household h on h.number = r.household_number
              left join membership hm on hm.household_id = h.id and hm.left_on is null and hm.relation = '01'
              left join person head on head.id = hm.person_id
            """;

    private static final String PLACE = """
              when h.id is not null and h.village <> r.village
                then if(h.village between :areaFrom and :areaTo, 'household-in-other-village', 'household-registered-elsewhere')
            """;

    private static final String REMOVED = " when h.removed_on <= r.effective_on then 'household-removed' ";

    /** Who was merged into another one lives nowhere: of nearly all rows nothing more is asked. */
    private static final String MERGED = """
              when p.id is not null and pm.id is null and %s then '%s'
              when d.id is not null and dm.id is null and %s then '%s'
            """.formatted(PersonMerges.isMerged("p.number"), MergedRows.FOUND, PersonMerges.isMerged("d.number"),
            MergedRows.FOUND);

    /** The head that the file names by the resident ID of an entry that was merged into the register's head. */
    private static final String HEAD_UNDER_OLD_ID = """
            exists (select 1 from person o where o.resident_id_digest = r.head_digest and %s)
            """.formatted(PersonMerges.isMergedInto("o.number", "head.number"));

    private static final String PERSON = """
              when dh.id is not null and (h.id is null or dh.id <> h.id)
                then if(dh.village between :areaFrom and :areaTo, 'person-in-other-household', 'registered-elsewhere')
              when d.id is not null and (p.id is null or p.id <> d.id) then 'person-number-differs'
              when p.id is not null and d.id is null
                then if(ph.id is null or ph.village between :areaFrom and :areaTo, 'person-number-of-other-person',
                        'registered-elsewhere')
              when d.died_on <= r.effective_on then 'person-died'
            """;

    private Verdict() {}

    /** The joins to the row (r) that {@link #of} needs. */
    static String register(Template template) {
        return template.isOfHouseholds() ? HEADS : PERSONS;
    }

    /** The code of what is wrong, or null. */
    static String of(Template template) {
        if (template.canCreate()) {
            return "case " + PLACE + MERGED + REMOVED + PERSON + " end";
        }
        var unknown = REMOVED + " when h.id is null then 'household-unknown' ";
        return template.isOfHouseholds() ? "case " + PLACE + unknown + """
                  when r.head_digest <> head.resident_id_digest and not %s then 'head-differs'
                  when head.id is not null and r.head_name is not null
                    and cast(r.head_name as binary) <> cast(head.name as binary) then 'head-differs'
                end
                """.formatted(HEAD_UNDER_OLD_ID) : "case " + PLACE + MERGED + unknown + PERSON + """
                  when d.id is null then 'person-unknown'
                  when dm.id is null then 'person-in-other-household'
                  when not (cast(r.name as binary) <=> cast(d.name as binary)) then 'name-differs'
                end
                """;
    }
}
