package org.jingzhun.standalone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one child is run.
 *
 * @param title what the operator calls it
 * @param grace how long it may take to end by itself when asked to
 * @param background whether everything else goes first
 */
public record Command(String name, String title, List<String> line, Map<String, String> environment, Path log,
        Duration grace, boolean background) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    public Command(String name, String title, List<String> line, Map<String, String> environment, Path log,
            Duration grace) {
        this(name, title, line, environment, log, grace, false);
    }

    /** The same at the lowest priority: the suite is in use meanwhile. */
    public Command inBackground() {
        return new Command(name, title, line, environment, log, grace, true);
    }
}
