package org.jingzhun.household.paper;

import java.io.IOException;
import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class PaperTest {

    private static final String VILLAGE = "451481101202";
    private static final String ID = Givens.residentId("451481", "19750314", 17);

    private static final TestToken CLERK = TestToken.person("clerk").grant("village-clerk", "rural-affairs", VILLAGE);

    @Autowired
    Api api;
    @Autowired
    Givens givens;

    @BeforeEach
    void aHousehold() {
        givens.forget("PAPER1");
        givens.household("PAPER1", VILLAGE, Map.of("hamlet", "那屯", "income_per_head", "8123.45"));
        givens.member("PAPER1", "PAPER1-1", "农云山", ID, "01", Map.of("health", "2"));
    }

    @Test
    void theCardShowsTheHouseholdInChineseWithItsNumbersMasked() throws IOException {
        var text = text(api.bytes(Api.COUNTY, "/households/PAPER1/card"));

        assertThat(text).contains("农户信息卡", "PAPER1", "农云山", "长期慢性病", "8123.45", "139****0011")
                .doesNotContain(ID, "13977100011");
    }

    @Test
    void whatTellsOfHealthStandsInNoPaperOfWhoMayNotReadIt() throws IOException {
        assertThat(text(api.bytes(CLERK, "/households/PAPER1/card"))).contains("农云山").doesNotContain("长期慢性病");
    }

    @Test
    void theVillageRegisterHasALineForEachHouseholdAndTheirSum() throws IOException {
        var text = text(api.bytes(Api.COUNTY, "/villages/" + VILLAGE + "/register"));

        assertThat(text).contains("村簿", "PAPER1", "农云山", "合计");
    }

    @Test
    void anotherCountysHouseholdIsNotPrinted() {
        assertThat(api.get(Api.NEIGHBOUR, "/households/PAPER1/card").status()).isEqualTo(404);
        assertThat(api.get(Api.NEIGHBOUR, "/villages/" + VILLAGE + "/register").status()).isEqualTo(404);
    }

    private static String text(byte[] pdf) throws IOException {
        var reader = new PdfReader(pdf);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return text.toString();
    }
}
