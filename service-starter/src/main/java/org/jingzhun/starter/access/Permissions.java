package org.jingzhun.starter.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;

/**
 * Which role may do what: docs/roles.csv, read once at start.
 *
 * <p>{@code role@department} permits it only to who holds the role for that department; the role alone, to who holds it for any.
 *
 * <p>The reserved resource {@code scope} does not permit anything; it says how a role is limited if not by its area.
 */
public final class Permissions {

    private static final String HEADER = "role,resource,action";
    private static final Pattern LINE = Pattern
            .compile("([a-z][a-z0-9-]*(?:@[a-z][a-z0-9-]*)?),([a-z][a-z0-9-]*),([a-z][a-z0-9-]*)");

    private final Map<String, Set<String>> permissions;
    private final Map<String, Limit> limits;

    private Permissions(Map<String, Set<String>> permissions, Map<String, Limit> limits) {
        this.permissions = permissions;
        this.limits = limits;
    }

    /** How far a role sees inside its area. */
    enum Limit {
        AREA, HOUSEHOLDS, ORGANISATION, SELF
    }

    /** Reads the table; a table that cannot be understood stops the start, for every role would silently lose its rights. */
    public static Permissions read(Resource table) {
        try {
            return parse(table.getContentAsString(StandardCharsets.UTF_8), table.getDescription());
        } catch (IOException e) {
            throw new UncheckedIOException("The roles cannot be read from " + table.getDescription(), e);
        }
    }

    private static Permissions parse(String text, String where) {
        var lines = text.lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException("%s does not begin with the line %s".formatted(where, HEADER));
        }
        var permissions = new TreeMap<String, Set<String>>();
        var limits = new HashMap<String, Limit>();
        for (int number = 1; number < lines.size(); number++) {
            if (lines.get(number).isEmpty()) {
                continue;
            }
            var line = LINE.matcher(lines.get(number));
            if (!line.matches()) {
                throw new IllegalStateException("%s, line %d: not role,resource,action".formatted(where, number + 1));
            }
            if (line.group(2).equals("scope")) {
                limits.put(line.group(1), Limit.valueOf(line.group(3).toUpperCase(Locale.ROOT)));
            } else if (!permissions.computeIfAbsent(line.group(1), role -> new TreeSet<>())
                    .add(line.group(2) + ":" + line.group(3))) {
                throw new IllegalStateException("%s, line %d: said twice".formatted(where, number + 1));
            }
        }
        if (permissions.isEmpty()) {
            throw new IllegalStateException(where + " names no permission");
        }
        limits.keySet().forEach(role -> {
            if (!permissions.containsKey(role)) {
                throw new IllegalStateException("%s: a scope for %s, which may do nothing".formatted(where, role));
            }
        });
        permissions.replaceAll((role, allowed) -> Set.copyOf(allowed));
        return new Permissions(Map.copyOf(permissions), Map.copyOf(limits));
    }

    public Set<String> roles() {
        return permissions.keySet().stream().map(name -> name.split("@", 2)[0]).collect(Collectors.toUnmodifiableSet());
    }

    /** All that a role may do in every department, as {@code resource:action}; nothing for a role that is not in the table. */
    public Set<String> of(String role) {
        return permissions.getOrDefault(role, Set.of());
    }

    /** All that a grant permits within its area: what its role may do, and what it may do in this department. */
    Stream<String> of(Grant grant) {
        return Stream.concat(of(grant.role()).stream(), inDepartment(grant).stream());
    }

    boolean allows(Grant grant, String permission) {
        return allows(grant.role(), permission) || inDepartment(grant).contains(permission);
    }

    private Set<String> inDepartment(Grant grant) {
        return of(grant.role() + "@" + grant.department());
    }

    public boolean allows(String role, String permission) {
        return of(role).contains(permission);
    }

    /** Whether any role may do this, that is, whether the permission exists. */
    public boolean knows(String permission) {
        return permissions.values().stream().anyMatch(allowed -> allowed.contains(permission));
    }

    Limit limit(String role) {
        return limits.getOrDefault(role, Limit.AREA);
    }
}
