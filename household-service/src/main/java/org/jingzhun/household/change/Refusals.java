package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;

import org.jingzhun.household.rules.Finding;
import org.jspecify.annotations.Nullable;

/** What a change is refused for; {@link ChangeProblems} gives each its answer. */
final class Refusals {

    private Refusals() {}

    /** There is no such household, or the caller may not see it. */
    static class HouseholdUnknown extends RuntimeException {}

    /** There is no such change, or the caller may not see it. */
    static class ChangeUnknown extends RuntimeException {}

    /** There is no such entry of the rules of four eyes or of the windows, or it is not the caller's. */
    static class EntryUnknown extends RuntimeException {}

    /** The change has been applied, refused or withdrawn and cannot be decided again. */
    static class ChangeDecided extends RuntimeException {}

    /** The change waits for a window and cannot be approved before it opens. */
    static class WindowClosed extends RuntimeException {}

    /** Nobody approves what he entered. */
    static class SecondOfficerRequired extends RuntimeException {}

    /** Only the county that receives the household or the person approves the move. */
    static class ReceivingCountyRequired extends RuntimeException {}

    /** Only whoever entered a change takes it back. */
    static class NotYoursToWithdraw extends RuntimeException {}

    /** The register says so already. */
    static class NothingToChange extends RuntimeException {}

    /** A household that was removed is changed no more. */
    static class HouseholdRemoved extends RuntimeException {}

    /** Nothing takes effect in the future. */
    static class EffectiveInFuture extends RuntimeException {}

    /** On that day the register knows nothing yet of what is to be changed, or knows of something later that the change would undo. */
    static class NotYetPossible extends RuntimeException {

        private final LocalDate first;

        NotYetPossible(LocalDate first) {
            super("possible from " + first);
            this.first = first;
        }

        LocalDate first() {
            return first;
        }
    }

    /** Another person in the register has this resident ID; which one, and where, is not said. */
    static class RegisteredElsewhere extends RuntimeException {

        private final String person;
        private final @Nullable String village;

        RegisteredElsewhere(String person, @Nullable String village) {
            super("registered already");
            this.person = person;
            this.village = village;
        }

        String person() {
            return person;
        }

        @Nullable
        String village() {
            return village;
        }
    }

    /** With the change a household or a member would break rules that it keeps now. */
    static class RulesBroken extends RuntimeException {

        private final List<Finding> findings;

        RulesBroken(List<Finding> findings) {
            super("would break rules: " + findings.stream().map(Finding::code).toList());
            this.findings = findings;
        }

        List<Finding> findings() {
            return findings;
        }
    }

    /** The change names something that cannot be. */
    static class ChangeNotValid extends RuntimeException {

        private final List<Flaw> flaws;

        ChangeNotValid(List<Flaw> flaws) {
            super("The change has " + flaws.size() + " flaws.");
            this.flaws = flaws;
        }

        List<Flaw> flaws() {
            return flaws;
        }
    }

    /** The register changed under the change. */
    static class ChangeConflicted extends RuntimeException {

        private final List<Conflict> conflicts;

        ChangeConflicted(List<Conflict> conflicts) {
            super("changed meanwhile");
            this.conflicts = conflicts;
        }

        List<Conflict> conflicts() {
            return conflicts;
        }
    }

    /** Where, and which message tells it with which arguments. */
    record Flaw(String pointer, String message, List<String> arguments) {}
}
