package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What codes mean to the figures, on the days from which they do. */
public record FigureCodes(List<Line> lines) {

    public static final String EXIT_STATE = "exit-state";
    public static final String TYPE = "household-type";
    public static final String POOR_KIND = "poor-kind";
    static final String JOIN = "join-reason";
    static final String LEAVE = "leave-reason";
    static final String REMOVAL = "removal-reason";

    /** Whether a household is in the stock of the poor. */
    public enum Status {
        /** Poor. */
        POOR,
        /** Poor again after an exit. */
        RETURNED,
        /** Was poor. */
        EXITED,
        /** Neither. */
        NONE;

        boolean isPoor() {
            return this == POOR || this == RETURNED;
        }
    }

    /** One code and its meaning. */
    public record Line(String list, String code, String meaning, LocalDate validFrom, @Nullable LocalDate validTo,
            String source) {

        public boolean holds(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
        }
    }

    /** The exit state tells; where it is not known the type, and then the kind of the poor household. */
    Status status(Timeline.Version version, LocalDate on) {
        return meaning(EXIT_STATE, version.exitState(), on).or(() -> meaning(TYPE, version.type(), on))
                .or(() -> meaning(POOR_KIND, version.poorKind(), on)).map(Status::valueOf).orElse(Status.NONE);
    }

    Reason reason(String list, @Nullable String code, LocalDate on) {
        return meaning(list, code, on).map(Reason::valueOf).orElse(Reason.OTHER);
    }

    Optional<String> meaning(String list, @Nullable String code, LocalDate on) {
        if (code == null) {
            return Optional.empty();
        }
        for (var line : lines) {
            if (line.code.equals(code) && line.list.equals(list) && line.holds(on)) {
                return Optional.of(line.meaning);
            }
        }
        return Optional.empty();
    }

    /** The days on which a meaning of the stock of the poor begins or ends; the first edition is older than any household. */
    List<LocalDate> days() {
        return lines.stream()
                .flatMap(line -> Stream.of(line.validFrom,
                        line.validTo == null ? Timeline.FOR_EVER : line.validTo))
                .filter(day -> day.isBefore(Timeline.FOR_EVER) && day.getYear() > 2014).distinct().sorted().toList();
    }
}
