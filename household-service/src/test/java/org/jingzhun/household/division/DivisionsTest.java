package org.jingzhun.household.division;

import java.time.LocalDate;

import org.jingzhun.household.Api;
import org.jingzhun.household.HouseholdServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class DivisionsTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 12, 31);

    @Autowired
    Divisions divisions;
    @Autowired
    Api api;

    @ParameterizedTest
    @CsvSource({"凭祥镇, 连全村", "凭祥镇, 连全村委会", "凭祥镇, 连全村民委员会", "451481100, 连全", "凭祥镇, 451481100201", "451481100000, 451481100201"})
    void aVillageIsFoundByNamesAndCodes(String township, String village) {
        assertThat(divisions.village("451481", township, village, IN_2019)).map(Division::code).contains("451481100201");
    }

    @ParameterizedTest
    @CsvSource({"谷前堡村, 140222101200", "谷前堡村委会, 140222101200", "谷前堡村民委员会, 140222101200", "谷前堡社区, 140222101001",
            "谷前堡社区居委会, 140222101001", "谷前堡,"})
    void aVillageAndANeighbourhoodOfOneNameAreToldApart(String written, @Nullable String code) {
        assertThat(divisions.village("140222", "谷前堡镇", written, IN_2019).map(Division::code).orElse(null)).isEqualTo(code);
    }

    @Test
    void aVillageOfAnotherTownshipOrCountyIsNotFound() {
        assertThat(divisions.village("451481", "友谊镇", "连全村", IN_2019)).isEmpty();
        assertThat(divisions.village("451481", "友谊镇", "451481100201", IN_2019)).isEmpty();
        assertThat(divisions.village("451423", "451481100", "451481100201", IN_2019)).isEmpty();
        assertThat(divisions.village("451481", "凭祥镇", "无此村", IN_2019)).isEmpty();
    }

    @Test
    void aCodeHoldsForItsTimeAndHasASuccessor() {
        var before = LocalDate.of(2019, 8, 1);

        assertThat(divisions.find("451021", before)).map(Division::name).contains("田阳县");
        assertThat(divisions.find("451021", before.plusDays(1))).isEmpty();
        assertThat(divisions.find("451003", before)).isEmpty();
        assertThat(divisions.current(divisions.find("451021", before).orElseThrow()).code()).isEqualTo("451003000000");
        assertThat(divisions.formerPrefixes("451003")).containsExactly("451021");
    }

    @Test
    void theTreeIsReadLevelByLevel() {
        var provinces = api.get(Api.CLERK, "/divisions");
        var townships = api.get(Api.CLERK, "/divisions?parent=451481");

        assertThat(provinces.json().path("items").size()).isEqualTo(34);
        assertThat(townships.json().path("items").valueStream().map(item -> item.path("name").asString()))
                .contains("凭祥镇", "友谊镇", "上石镇", "夏石镇");
        assertThat(api.get(Api.CLERK, "/divisions?parent=999999").problem()).isEqualTo("division-not-found");
    }

    @Test
    void oneDivisionTellsItsFlagsAndWhatItCameFrom() {
        var county = api.get(Api.CLERK, "/divisions/451481").json();
        var renamed = api.get(Api.CLERK, "/divisions/451003000000").json();

        assertThat(county.path("level").asString()).isEqualTo("COUNTY");
        assertThat(county.path("flags").valueStream().map(flag -> flag.path("flag").asString())).contains("BORDER");
        assertThat(renamed.path("predecessors").valueStream().map(it -> it.asString())).contains("451021000000");
        assertThat(api.get(Api.CLERK, "/divisions/451003?asOf=2018-01-01").status()).isEqualTo(404);
        assertThat(api.get(Api.CLERK, "/divisions/451481?asOf=2010-01-01").json().path("flags").isEmpty()).isTrue();
    }
}
