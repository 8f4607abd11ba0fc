package org.jingzhun.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one child is run.
 *
 * @param title what the operator calls it
 * @param withheld variables of the launcher's own environment that are none of its business
 * @param grace how long it may take to end by itself when asked to
 * @param background whether everything else goes first
 */
public record Command(String name, String title, List<String> line, Map<String, String> environment,
        Set<String> withheld, Path log, Duration grace, boolean background) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
        withheld = Set.copyOf(withheld);
    }

    public Command(String name, String title, List<String> line, Map<String, String> environment,
            Set<String> withheld, Path log, Duration grace) {
        this(name, title, line, environment, withheld, log, grace, false);
    }

    /** The same at the lowest priority: the suite is in use meanwhile. */
    public Command inBackground() {
        return new Command(name, title, line, environment, withheld, log, grace, true);
    }
}
