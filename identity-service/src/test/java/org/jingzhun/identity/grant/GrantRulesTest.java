package org.jingzhun.identity.grant;

import java.util.Arrays;
import java.util.List;

import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.access.Permissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GrantRulesTest {

    private final GrantRules rules = new GrantRules(Permissions.read(new ClassPathResource("roles.csv")));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            county-officer,                           true
            county-officer township-officer,          true
            county-officer county-officer,            true
            finance-officer department-officer,       true
            system-administrator inspector,           true
            county-officer finance-officer,           false
            finance-officer county-officer,           false
            finance-officer bank-officer,             false
            system-administrator county-officer,      false
            system-administrator finance-officer,     false
            discipline-officer county-officer,        false
            operator bank-officer,                    false
            """)
    void theseRolesMayBeHeldTogether(String roles, boolean together) {
        var grants = Arrays.stream(roles.split(" ")).map(role -> new Grant(role, "rural-affairs", "451481")).toList();

        if (together) {
            assertThatCode(() -> rules.check("person", grants)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rules.check("person", grants)).isInstanceOf(RolesExclude.class);
        }
    }

    @Test
    void whatServicesTellEachOtherIsReadByNoPerson() {
        var reader = List.of(new Grant("feed-reader", "discipline", ""));

        assertThatCode(() -> rules.check("service", reader)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("person", reader)).isInstanceOfSatisfying(RoleNotForKind.class,
                refusal -> assertThat(refusal.role()).isEqualTo("feed-reader"));
        assertThatCode(() -> rules.check("service", List.of(new Grant("county-officer", "rural-affairs", "451481"))))
                .as("other roles are for both").doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotExistIsRefusedNamingWhatDoes() {
        assertThatThrownBy(() -> rules.check("person", List.of(new Grant("emperor", "finance", ""))))
                .isInstanceOfSatisfying(UnknownRole.class, refusal -> assertThat(refusal.allowed()).contains("county-officer, "));
        assertThatThrownBy(() -> rules.check("person", List.of(new Grant("inspector", "magic", ""))))
                .isInstanceOfSatisfying(UnknownDepartment.class,
                        refusal -> assertThat(refusal.allowed()).contains("rural-affairs"));
    }
}
