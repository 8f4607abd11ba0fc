package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.util.List;

import org.jingzhun.household.figure.Movement.Kind;
import org.jingzhun.household.figure.Movements.State;

/** Why the stock of the poor grew or shrank by a household: the reasons add up to the difference, whatever happened. */
final class PoorFlows {

    private final FigureCodes codes;

    PoorFlows(FigureCodes codes) {
        this.codes = codes;
    }

    /** @param wasPoor whether the household was ever in the stock before */
    void between(State before, State now, LocalDate day, boolean wasPoor, List<Movement> movements) {
        var was = before.status().isPoor();
        var is = now.status().isPoor();
        if (!was && is) {
            movements.add(movement(now.village(), entry(before, now, day, wasPoor), day, 1, now.members().size()));
        } else if (was && !is) {
            movements.add(movement(before.village(), exit(now, day), day, -1, -before.members().size()));
        } else if (was) {
            stays(before, now, day, movements);
        }
    }

    private void stays(State before, State now, LocalDate day, List<Movement> movements) {
        if (!before.village().equals(now.village())) {
            var persons = before.members().size();
            movements.add(movement(before.village(), Reason.MOVED_OUT, day, -1, -persons));
            movements.add(movement(now.village(), Reason.MOVED_IN, day, 1, persons));
        }
        before.members().forEach((id, member) -> {
            if (!now.members().containsKey(id)) {
                var reason = codes.reason(FigureCodes.LEAVE, member.stay().leaveReason(), day);
                movements.add(movement(now.village(), reason, day, 0, -1));
            }
        });
        now.members().forEach((id, member) -> {
            if (!before.members().containsKey(id)) {
                var reason = codes.reason(FigureCodes.JOIN, member.stay().joinReason(), day);
                movements.add(movement(now.village(), reason, day, 0, 1));
            }
        });
    }

    private Reason entry(State before, State now, LocalDate day, boolean wasPoor) {
        var version = now.version();
        var earlier = before.version();
        if (version == null) {
            return Reason.OTHER;
        }
        if (earlier == null) {
            return first(now, version, day);
        }
        if (earlier.removed()) {
            return Reason.CORRECTED;
        }
        if (now.status() == FigureCodes.Status.RETURNED) {
            return Reason.RETURNED;
        }
        return wasPoor || before.status() == FigureCodes.Status.EXITED ? Reason.CORRECTED : Reason.NEW;
    }

    /** A household of which the register knows nothing before that day. */
    private Reason first(State now, Timeline.Version version, LocalDate day) {
        var split = !now.members().isEmpty() && now.members().values().stream()
                .allMatch(member -> codes.reason(FigureCodes.JOIN, member.stay().joinReason(), day) == Reason.MOVED_IN);
        if (split) {
            return Reason.MOVED_IN;
        }
        var identified = version.firstIdentifiedOn();
        return now.status() == FigureCodes.Status.RETURNED || (identified != null && identified.getYear() < day.getYear())
                ? Reason.OTHER
                : Reason.NEW;
    }

    private Reason exit(State now, LocalDate day) {
        var version = now.version();
        if (version == null) {
            return Reason.OTHER;
        }
        if (version.removed()) {
            return codes.reason(FigureCodes.REMOVAL, version.removalReason(), day);
        }
        return now.status() == FigureCodes.Status.EXITED ? Reason.EXIT : Reason.REMOVED;
    }

    private static Movement movement(String village, Reason reason, LocalDate day, int households, int persons) {
        return new Movement(new Kind(village, Measure.POOR, "", "", reason), day, households, persons);
    }
}
