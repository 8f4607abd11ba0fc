package org.jingzhun.identity.grant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    private final SortedSet<String> roles;
    private final SortedSet<String> departments;
    private final Map<String, List<String>> exclusions;

    GrantRules(Permissions permissions) {
        this.roles = new TreeSet<>(permissions.roles());
        this.departments = Table.read("departments.csv", "department,name_zh,name_en").rows().stream()
                .map(List::getFirst)
                .collect(Collectors.toCollection(TreeSet::new));
        this.exclusions = exclusions();
    }

    /** Refuses grants with a role or department that does not exist, and roles that one person must not unite. */
    public void check(Collection<Grant> grants) {
        for (var grant : grants) {
            if (!roles.contains(grant.role())) {
                throw new UnknownRole(grant.role(), roles);
            }
            if (!departments.contains(grant.department())) {
                throw new UnknownDepartment(grant.department(), departments);
            }
        }
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
            row.subList(0, 2).stream().filter(role -> !roles.contains(role)).findFirst().ifPresent(role -> {
                throw new IllegalStateException("role-exclusions.csv: there is no role " + role);
            });
            excluded.computeIfAbsent(row.get(0), role -> new ArrayList<>()).add(row.get(1));
        }
        return excluded;
    }
}
