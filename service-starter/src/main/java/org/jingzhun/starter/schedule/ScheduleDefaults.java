package org.jingzhun.starter.schedule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How every service runs its jobs, unless its own settings say otherwise.
 *
 * <p>db-scheduler calls an instance dead after four missed heartbeats, and looks every second heartbeat: with 4 s, a killed instance's
 * job runs elsewhere after 16 to 25 s.
 */
class ScheduleDefaults implements EnvironmentPostProcessor {

    private static final int NAME_LENGTH = 50; // the column picked_by

    static final Map<String, Object> DEFAULTS = Map.of(
            "db-scheduler.heartbeat-interval", "4s",
            "db-scheduler.missed-heartbeats-limit", "4",
            "db-scheduler.polling-interval", "1s",
            "db-scheduler.threads", "4",
            "db-scheduler.immediate-execution-enabled", "true",
            "db-scheduler.always-persist-timestamp-in-utc", "true",
            "db-scheduler.delay-startup-until-context-ready", "true",
            "db-scheduler.shutdown-max-wait", "20s");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var defaults = new HashMap<>(DEFAULTS);
        defaults.put("db-scheduler.scheduler-name", name(environment));
        environment.getPropertySources().addLast(new MapPropertySource("jingzhun schedule defaults", defaults));
    }

    /** The same after a restart, and different from every other instance: no two processes listen on one port of one host. */
    private static String name(ConfigurableEnvironment environment) {
        var port = environment.getProperty("server.port", "8080");
        var own = port.equals("0") || port.equals("-1") ? "process " + ProcessHandle.current().pid() : port;
        var name = host() + ":" + own;
        return name.substring(Math.max(0, name.length() - NAME_LENGTH));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
