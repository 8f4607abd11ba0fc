package org.jingzhun.household.imports;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;

/**
 * What a row or a household of a file would change, as SQL. What meets a row of the register that holds from a later day, or a household
 * that a later list has told of, is no change but {@code older}: it is looked at three ways.
 */
final class Kinds {

    /** The person by resident ID (d), where he lives (dm), and the household of the row (hx). */
    static final String PERSON_OF_ROW = """
              left join person d on d.resident_id_digest = r.resident_id_digest
              left join membership dm on dm.open_person = d.id
              left join household hx on hx.number = r.household_number
            """;

    static final String LATER_LIST = "coalesce(hx.data_year > :dataYear, false)";

    private static final String OLDER_PERSON = "(d.valid_from > r.effective_on or " + LATER_LIST + ")";
    private static final String OLDER_MEMBERSHIP = "(" + LATER_LIST + """
             or coalesce(dm.valid_from > r.effective_on, false) or (dm.id is null and d.id is not null
              and exists (select 1 from membership lm where lm.person_id = d.id and lm.left_on > r.effective_on)))
            """;
    private static final String OLDER_HOUSEHOLD = "(h.valid_from > hh.effective_on or coalesce(h.data_year > :dataYear, false))";

    private final RegisterColumns columns;
    private final boolean memberships;

    Kinds(Range range) {
        this.columns = range.columns();
        this.memberships = range.template().canCreate();
    }

    /** 1 person new, 2 person changed, 4 membership new, 8 membership changed. */
    String ofRow() {
        if (!tellsPersons()) {
            return "0";
        }
        var changed = "if(%s and not %s, 2, 0)".formatted(differs(), OLDER_PERSON);
        return memberships
                ? "if(d.id is null, if(%2$s, 0, 1), %1$s) + if(%3$s and not %2$s, if(dm.id is null, 4, 8), 0)".formatted(changed,
                        OLDER_MEMBERSHIP, movesIn())
                : changed;
    }

    /** 1 person, 2 membership. */
    String olderRow() {
        if (!tellsPersons()) {
            return "0";
        }
        var person = "if(d.id is not null and %s and %s, 1, 0)".formatted(differs(), OLDER_PERSON);
        return memberships ? person + " + if(%s and %s, 2, 0)".formatted(movesIn(), OLDER_MEMBERSHIP) : person;
    }

    /** 1 new, 2 changed, 4 year new, 8 year changed. */
    String ofHousehold() {
        var household = columns.tells(Holder.HOUSEHOLD)
                ? "if((%s or coalesce(h.data_year, 0) < :dataYear) and not %s, 2, 0)".formatted(
                        columns.differs(Holder.HOUSEHOLD, "h", "hh"), OLDER_HOUSEHOLD)
                : "0";
        var year = columns.tells(Holder.HOUSEHOLD_YEAR)
                ? " + if(y.id is null, 4, if(%s and not y.valid_from > hh.effective_on, 8, 0))".formatted(
                        columns.differs(Holder.HOUSEHOLD_YEAR, "y", "hh"))
                : "";
        return "if(h.id is null, 1, " + household + year + ")";
    }

    /** 1 household, 2 year. */
    String olderHousehold() {
        var household = columns.tells(Holder.HOUSEHOLD)
                ? "if(h.id is not null and %s and %s, 1, 0)".formatted(columns.differs(Holder.HOUSEHOLD, "h", "hh"),
                        OLDER_HOUSEHOLD)
                : "0";
        return columns.tells(Holder.HOUSEHOLD_YEAR)
                ? household + " + if(y.id is not null and %s and y.valid_from > hh.effective_on, 2, 0)".formatted(
                        columns.differs(Holder.HOUSEHOLD_YEAR, "y", "hh"))
                : household;
    }

    /** The household of the register (h), and its year (y) where the file tells of one. */
    String registerOfHousehold() {
        return "left join household h on h.number = hh.number" + (columns.tells(Holder.HOUSEHOLD_YEAR)
                ? " left join household_year y on y.household_id = h.id and y.year = :dataYear"
                : "");
    }

    private boolean tellsPersons() {
        return memberships || columns.tells(Holder.PERSON);
    }

    private String differs() {
        return columns.differs(Holder.PERSON, "d", "r");
    }

    private String movesIn() {
        return columns.told().contains(Field.RELATION) ? "(dm.id is null or not (dm.relation <=> r.relation))" : "dm.id is null";
    }
}
