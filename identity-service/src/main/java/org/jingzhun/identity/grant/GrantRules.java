package org.jingzhun.identity.grant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.access.Permissions;
import org.springframework.stereotype.Component;

/** What a set of grants must satisfy before an account may hold it. */
@Component
public class GrantRules {

    private static final Set<String> KINDS = Set.of("person", "service");

    private final SortedSet<String> roles;
    private final SortedSet<String> departments;
    private final Map<String, List<String>> exclusions;
    private final Map<String, String> holders;

    GrantRules(Permissions permissions) {
        this.roles = new TreeSet<>(permissions.roles());
        this.departments = Table.read("departments.csv", "department,name_zh,name_en").rows().stream()
                .map(List::getFirst)
                .collect(Collectors.toCollection(TreeSet::new));
        this.exclusions = exclusions();
        this.holders = holders();
    }

    /**
     * Refuses grants with a role or department that does not exist, roles that one person must not unite, and those that are for
     * the other kind of account.
     *
     * @param kind {@code person} or {@code service}
     */
    public void check(String kind, Collection<Grant> grants) {
        for (var grant : grants) {
            if (!roles.contains(grant.role())) {
                throw new UnknownRole(grant.role(), roles);
            }
            if (!departments.contains(grant.department())) {
                throw new UnknownDepartment(grant.department(), departments);
            }
        }
        grants.stream().map(Grant::role).filter(role -> !holders.getOrDefault(role, kind).equals(kind)).findFirst()
                .ifPresent(role -> {
                    throw new RoleNotForKind(role);
                });
        var held = grants.stream().map(Grant::role).collect(Collectors.toCollection(TreeSet::new));
        for (var role : held) {
            exclusions.getOrDefault(role, List.of()).stream().filter(held::contains).findFirst().ifPresent(other -> {
                throw new RolesExclude(role, other);
            });
        }
    }

    private Map<String, List<String>> exclusions() {
        var excluded = new TreeMap<String, List<String>>();
        for (var row : Table.read("role-exclusions.csv", "role,excludes,why").rows()) {
            row.subList(0, 2).forEach(role -> require(role, "role-exclusions.csv"));
            excluded.computeIfAbsent(row.get(0), role -> new ArrayList<>()).add(row.get(1));
        }
        return excluded;
    }

    private Map<String, String> holders() {
        var only = new TreeMap<String, String>();
        for (var row : Table.read("role-holders.csv", "role,holder,why").rows()) {
            require(row.get(0), "role-holders.csv");
            if (!KINDS.contains(row.get(1))) {
                throw new IllegalStateException("role-holders.csv: no account is a " + row.get(1));
            }
            only.put(row.get(0), row.get(1));
        }
        return only;
    }

    private void require(String role, String table) {
        if (!roles.contains(role)) {
            throw new IllegalStateException("%s: there is no role %s".formatted(table, role));
        }
    }
}
