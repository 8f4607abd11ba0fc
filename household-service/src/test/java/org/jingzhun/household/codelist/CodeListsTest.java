package org.jingzhun.household.codelist;

import java.time.LocalDate;

import org.jingzhun.household.Api;
import org.jingzhun.household.HouseholdServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class CodeListsTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 12, 31);

    @Autowired
    CodeLists lists;
    @Autowired
    Api api;

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({"RELATION, 户主, 01", "RELATION, 配偶, 02", "RELATION, 妻子, 02", "RELATION, 99, 99", "ETHNICITY, 壮族, 08",
            "ETHNICITY, 壮, 08",
            "ETHNICITY, 基诺族, 56", "CAUSE, 因病, 1", "CAUSE, 缺劳动力, 8", "WORK_PLACE, 乡（镇）内, 1", "SCHOOL_STATUS, 高中一, 07",
            "HEALTH, 患有大病, 3", "YES_NO, 是, 1", "LABOUR, ' 无劳动力 ', 5"})
    void aValueIsKnownByNameOtherSpellingAndCode(CodeList list, String written, String code) {
        assertThat(lists.code(list, written, IN_2019)).contains(code);
    }

    @Test
    void aValueHoldsForItsTime() {
        assertThat(lists.code(CodeList.RELATION, "之兄弟姐妹", IN_2019)).isEmpty();
        assertThat(lists.code(CodeList.RELATION, "之兄弟姐妹", LocalDate.of(2021, 1, 1))).contains("21");
        assertThat(lists.has(CodeList.LABOUR, "3", LocalDate.of(2016, 12, 31))).isFalse();
        assertThat(lists.code(CodeList.ETHNICITY, "火星族", IN_2019)).isEmpty();
    }

    @Test
    void everyListTheCodeNamesHasValues() {
        for (var list : CodeList.values()) {
            assertThat(lists.entries(list.id())).as(list.id()).isNotEmpty();
        }
        assertThat(lists.entries("ethnicity")).hasSize(57);
    }

    @Test
    void listsAreAnsweredWithNamesAndSources() {
        assertThat(api.get(Api.CLERK, "/code-lists").json().path("items").valueStream().map(it -> it.asString()))
                .contains("relation", "cause");
        var first = api.get(Api.CLERK, "/code-lists/relation").json().path("items").get(0);
        assertThat(first.path("name").asString()).isEqualTo("户主");
        assertThat(first.path("source").asString()).isNotBlank();
        assertThat(api.get(Api.CLERK, "/code-lists/relation?asOf=2019-01-01").body()).doesNotContain("之叔伯");
        assertThat(api.get(Api.CLERK, "/code-lists/none").problem()).isEqualTo("code-list-not-found");
    }
}
