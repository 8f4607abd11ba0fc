package org.jingzhun.household.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A change of the register: what was asked for and why, who entered it, and what became of it.
 *
 * @param matters what the rules of four eyes and the windows ask about
 * @param numbers of new households and persons, in their order
 * @param lines the fields that change, with the values they had when it was entered
 * @param warnings what the rules warn of: when it was entered, or, once it is approved, when it was applied
 */
record Change(String number, Action wanted, Action.Main main, Draft.@Nullable Partner partner, Set<String> matters,
        List<String> numbers, List<Line> lines, boolean fourEyes, ChangeState state, String enteredBy, Instant enteredAt,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String refusal, List<Conflict> conflicts,
        int version, List<Warning> warnings) {

    /** The village that receives somebody from another county, where there is one. */
    Optional<String> receiving() {
        return matters.contains(ChangeService.ACROSS_COUNTIES)
                ? Optional.ofNullable(partner).map(Draft.Partner::village)
                : Optional.empty();
    }

    /** Nobody approves what he entered. */
    void requireApprovableBy(String officer) {
        requireOpen();
        if (state == ChangeState.WAITING) {
            throw new Refusals.WindowClosed();
        }
        if (officer.equals(enteredBy)) {
            throw new Refusals.SecondOfficerRequired();
        }
    }

    void requireOpen() {
        if (!state.isOpen()) {
            throw new Refusals.ChangeDecided();
        }
    }

    Change decided(ChangeState next, @Nullable String officer, Instant at, @Nullable String why, List<Conflict> found) {
        return new Change(number, wanted, main, partner, matters, numbers, lines, fourEyes, next, enteredBy, enteredAt, officer,
                at, why, found, version + 1, warnings);
    }

    /** A window has opened, and a second officer is needed. */
    Change pending() {
        return new Change(number, wanted, main, partner, matters, numbers, lines, fourEyes, ChangeState.PENDING, enteredBy,
                enteredAt, null, null, null, List.of(), version + 1, warnings);
    }

    /** With what the rules warn of. */
    Change warned(List<Warning> of) {
        return new Change(number, wanted, main, partner, matters, numbers, lines, fourEyes, state, enteredBy, enteredAt,
                decidedBy,
                decidedAt, refusal, conflicts, version, of);
    }

    @Override
    public String toString() {
        return "Change[" + number + "]"; // values may be personal
    }
}
