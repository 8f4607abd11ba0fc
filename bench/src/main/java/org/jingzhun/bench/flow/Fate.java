package org.jingzhun.bench.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import org.jingzhun.bench.generator.CountyRegister;
import org.jingzhun.bench.generator.CountyRegister.Kept;

/** What happens to one household from the end of 2014 on, and how it stands while the years are being thought out. */
public final class Fate {

    /** What a household is 【脱贫属性】. */
    public enum State {
        /** Never poor in the register. */
        ORDINARY,
        /** 【未脱贫】 */
        POOR,
        /** 【返贫】 */
        BACK,
        /** 【脱贫】 */
        EXITED;

        boolean isPoor() {
            return this == POOR || this == BACK;
        }
    }

    static final int REGISTERED = 2019;
    private static final int RELATION = CountyRegister.place("RELATION");

    /** What a member may be used for. */
    enum Part {
        /** Born after 2015: is there from birth on, or never. */
        CHILD,
        /** Young and married to somebody here: is there from the wedding on, or never. */
        BRIDE,
        /** May marry away. */
        DAUGHTER,
        /** May die; never the head. */
        OLD, OTHER
    }

    private final Kept kept;
    private final List<Part> parts;
    private final List<LocalDate> births;
    private final BitSet present = new BitSet();
    private final BitSet first;
    private final List<Happening> happenings = new ArrayList<>();
    private State state = State.ORDINARY;
    private State start = State.ORDINARY;
    private String village;
    int busyIn;

    Fate(Kept kept) {
        this.kept = kept;
        village = kept.village();
        var members = kept.in(REGISTERED);
        births = members.stream().map(CountyRegister.Member::birth).toList();
        parts = members.stream().map(member -> part(member.text(RELATION), member.birth().getYear())).toList();
        for (var i = 0; i < parts.size(); i++) {
            present.set(i, parts.get(i) != Part.CHILD && parts.get(i) != Part.BRIDE);
        }
        first = (BitSet) present.clone();
    }

    private static Part part(String relation, int born) {
        if (relation.equals("户主")) {
            return Part.OTHER;
        }
        if (born > 2015) {
            return Part.CHILD;
        }
        if (born >= 1985 && (relation.equals("之儿媳") || relation.equals("配偶"))) {
            return Part.BRIDE;
        }
        if (born >= 1991 && born <= 1999 && relation.equals("之女")) {
            return Part.DAUGHTER;
        }
        return born <= 1955 ? Part.OLD : Part.OTHER;
    }

    public Kept kept() {
        return kept;
    }

    /** In the order in which the register learns of them. */
    public List<Happening> happenings() {
        return happenings.stream().sorted(Comparator.comparing(Happening::recordedOn)).toList();
    }

    /** What it is at the end of 2014. */
    public State start() {
        return start;
    }

    /** Who lives there at the end of 2014, by their places among the members. */
    public BitSet first() {
        return (BitSet) first.clone();
    }

    State state() {
        return state;
    }

    String village() {
        return village;
    }

    int size() {
        return present.cardinality();
    }

    void begin(State as) {
        start = as;
        state = as;
    }

    LocalDate birth(int member) {
        return births.get(member);
    }

    /** The first member for such a part, or -1: one who is there, or for those who come one who is not. */
    int candidate(Part part, int bornIn) {
        for (var i = 0; i < parts.size(); i++) {
            var comes = part == Part.CHILD || part == Part.BRIDE;
            if (parts.get(i) == part && present.get(i) != comes && (bornIn == 0 || births.get(i).getYear() == bornIn)
                    && (!comes || !hasHappened(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasHappened(int member) {
        return happenings.stream().anyMatch(each -> each.member() == member);
    }

    void happen(Happening.Kind kind, LocalDate on, LocalDate recordedOn, int member, String where) {
        happenings.add(new Happening(kind, on, recordedOn, member, where));
        village = where;
        switch (kind) {
            case EXIT -> state = State.EXITED;
            case IDENTIFIED, TAKEN_BACK -> state = State.POOR;
            case RETURNED -> state = State.BACK;
            case BORN, MARRIED_IN -> present.set(member);
            case DIED, MARRIED_OUT -> present.clear(member);
            case MOVED -> {
            }
        }
    }
}
