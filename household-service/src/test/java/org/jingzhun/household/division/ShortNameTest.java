package org.jingzhun.household.division;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ShortNameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"连全村委会, 连全", "连全村民委员会, 连全", "连全村, 连全", "连全, 连全", "浦寨社区居委会, 浦寨", "浦寨社区居民委员会, 浦寨", "浦寨社区, 浦寨",
            "新华路居委会, 新华路", "友谊镇, 友谊镇", "' 连 全村 ', 连全", "大村村委会, 大村"})
    void aVillageIsKnownHoweverItsNameIsWritten(String written, String expected) {
        assertThat(Divisions.shortName(written)).isEqualTo(expected);
    }
}
