package org.jingzhun.household.unmasking;

import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class UnmaskingTest {

    private static final String ID = Givens.residentId("451481", "19650718", 41);

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void someoneMasked() {
        givens.forget("U1");
        givens.household("U1", "451481101207", Map.of());
        givens.member("U1", "U1-1", "方正", ID, "01", givens.phone("U1-1", "13800138041"));
        givens.member("U1", "U1-2", "方圆", Givens.residentId("451481", "19660718", 42) + "23", "02", Map.of("health", "4"));
    }

    @Test
    void aNumberIsShownForAPurposeAndAudited() {
        var shown = api.post(Api.TOWN, "/persons/U1-1/unmaskings", "{\"field\":\"residentId\",\"purpose\":\"补办证件-5520\"}");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("value").asString()).isEqualTo(ID);
        var entry = jdbc
                .sql("select concat(account, ' ', subject, ' ', area, ' ', detail) from audit_entry where subject = 'U1-1' and detail like '%-5520%'")
                .query(String.class).single();
        assertThat(entry).contains("town U1-1 451481101207", "residentId").doesNotContain(ID);
    }

    @Test
    void phonesOfPersonAndHouseholdAreShownAlike() {
        assertThat(api.post(Api.TOWN, "/persons/U1-1/unmaskings", "{\"field\":\"phone\",\"purpose\":\"联系\"}").json().path("value")
                .asString())
                .isEqualTo("13800138041");
        assertThat(api.post(Api.TOWN, "/households/U1/unmaskings", "{\"field\":\"phone\",\"purpose\":\"联系\"}").json()
                .path("value").asString())
                .isEqualTo("13977100011");
        assertThat(api.post(Api.TOWN, "/persons/U1-2/unmaskings", "{\"field\":\"phone\",\"purpose\":\"联系\"}").problem())
                .isEqualTo("nothing-to-unmask");
    }

    @Test
    void withoutPurposeRightRoleOrAreaNothingIsShownNorAudited() {
        var before = count();

        assertThat(api.post(Api.TOWN, "/persons/U1-1/unmaskings", "{\"field\":\"residentId\",\"purpose\":\" \"}").status())
                .isEqualTo(400);
        assertThat(api.post(Api.CLERK, "/persons/U1-1/unmaskings", "{\"field\":\"residentId\",\"purpose\":\"好奇\"}").status())
                .isEqualTo(403);
        assertThat(api.post(Api.NEIGHBOUR, "/persons/U1-1/unmaskings", "{\"field\":\"residentId\",\"purpose\":\"好奇\"}").status())
                .isEqualTo(404);
        assertThat(api.post(Api.TOWN, "/persons/U1-1/unmaskings", "{\"field\":\"health\",\"purpose\":\"好奇\"}").status())
                .isEqualTo(400);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return jdbc.sql("select count(*) from audit_entry where action = 'person.unmasked'").query(Long.class).single();
    }
}
