package org.jingzhun.household.duplicate;

import java.time.LocalDate;
import java.util.List;

/** What is refused, and why; how it is answered is told in {@link DuplicateProblems}. */
final class Refusals {

    private Refusals() {}

    abstract static class Refused extends RuntimeException {

        Refused(String why) {
            super(why, null, false, false);
        }
    }

    /** There is no such pair, notice, search or merge, or it lies where the caller may not look. */
    static class NotFound extends Refused {

        NotFound() {
            super("not found");
        }
    }

    /** One of the two lives where the caller does not reach: the office above both judges. */
    static class OtherElsewhere extends Refused {

        OtherElsewhere() {
            super("the other one is registered elsewhere");
        }
    }

    /** The pair was judged, or nobody has judged it yet. */
    static class InOtherState extends Refused {

        InOtherState() {
            super("the pair is in another state");
        }
    }

    /** Nobody approves or refuses his own judgement. */
    static class SecondOfficerRequired extends Refused {

        SecondOfficerRequired() {
            super("a second officer is required");
        }
    }

    /** A merge keeps one of the two numbers of the pair, and it must be said which. */
    static class KeepUnclear extends Refused {

        KeepUnclear() {
            super("keep is none of the two");
        }
    }

    /** One of the two, or his place, is not as it was when the first officer judged; or lives nowhere any more. */
    static class ChangedMeanwhile extends Refused {

        ChangedMeanwhile() {
            super("changed since the judgement");
        }
    }

    /** The household would go on without its head. */
    static class HouseholdNeedsHead extends Refused {

        HouseholdNeedsHead() {
            super("the household would lose its head");
        }
    }

    /** The register knows of the membership, or of the household, only from today on. */
    static class TooEarly extends Refused {

        private final LocalDate since;

        TooEarly(LocalDate since) {
            super("known only since " + since);
            this.since = since;
        }

        LocalDate since() {
            return since;
        }
    }

    /** The two cannot stand as they would without the merge: something has contradicted since. */
    static class SeparationBlocked extends Refused {

        private final List<Obstacle> obstacles;

        SeparationBlocked(List<Obstacle> obstacles) {
            super("in the way: " + obstacles.stream().map(Obstacle::what).toList());
            this.obstacles = obstacles;
        }

        List<Obstacle> obstacles() {
            return obstacles;
        }
    }

    /**
     * What is in the way of a separation.
     *
     * @param what which message tells it
     * @param number of the person or household that it is about
     */
    record Obstacle(String what, String number) {}

    /** The search is over. */
    static class SearchOver extends Refused {

        SearchOver() {
            super("the search is over");
        }
    }
}
