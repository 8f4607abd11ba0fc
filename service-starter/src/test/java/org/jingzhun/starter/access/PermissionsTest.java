package org.jingzhun.starter.access;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PermissionsTest {

    @Test
    void everyRoleOfTheFieldIsInTheTable() {
        var table = Permissions.read(new ClassPathResource("roles.csv"));

        assertThat(table.roles()).containsExactlyInAnyOrder("village-clerk", "resident-team-member", "first-secretary",
                "assistance-contact", "township-officer", "county-officer", "city-officer", "province-officer",
                "department-officer", "finance-officer", "relocation-officer", "operator", "bank-officer",
                "discipline-officer", "inspector", "citizen", "system-administrator", "feed-reader");
        assertThat(table.limit("assistance-contact")).isEqualTo(Permissions.Limit.HOUSEHOLDS);
        assertThat(table.limit("citizen")).isEqualTo(Permissions.Limit.SELF);
        assertThat(table.limit("county-officer")).isEqualTo(Permissions.Limit.AREA);
    }

    @Test
    void whoAdministersAccountsSeesNoHousehold() {
        var table = Permissions.read(new ClassPathResource("roles.csv"));

        assertThat(table.of("system-administrator")).contains("account:administer").noneMatch(it -> it.startsWith("household:"));
    }

    @Test
    void aRoleThatIsNotInTheTableMayDoNothing() {
        var table = Permissions.read(new ClassPathResource("roles.csv"));

        assertThat(table.of("emperor")).isEmpty();
        assertThat(table.allows("emperor", "household:read")).isFalse();
        assertThat(table.knows("household:read")).isTrue();
        assertThat(table.knows("household:erase")).isFalse();
    }

    @Test
    void whatADepartmentMayDoIsItsOwn() {
        var table = Permissions.read(new ByteArrayResource("""
                role,resource,action
                department-officer,household,read
                department-officer@industry,enterprise,change
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(table.roles()).containsExactly("department-officer");
        assertThat(table.of(new Grant("department-officer", "industry", "451481"))).containsExactlyInAnyOrder("household:read",
                "enterprise:change");
        assertThat(table.of(new Grant("department-officer", "health", "451481"))).containsExactly("household:read");
        assertThat(table.allows(new Grant("department-officer", "industry", ""), "enterprise:change")).isTrue();
        assertThat(table.allows(new Grant("department-officer", "health", ""), "enterprise:change")).isFalse();
        assertThat(table.allows("department-officer", "enterprise:change")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "role;resource;action\na,b,c", "role,resource,action", "role,resource,action\na,b",
            "role,resource,action\na,b,c\na,b,c", "role,resource,action\na,b,c,d", "role,resource,action\na@,b,c",
            "role,resource,action\nA,b,c",
            "role,resource,action\na,scope,moon", "role,resource,action\na,b,c\nz,scope,self", "role,resource,action\n# a,b,c"})
    void aTableThatCannotBeUnderstoodStopsTheStart(String table) {
        assertThatThrownBy(() -> Permissions.read(new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
    }

    @Test
    void aMissingTableStopsTheStart() {
        assertThatThrownBy(() -> Permissions.read(new ClassPathResource("no-roles.csv")))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("roles");
    }
}
