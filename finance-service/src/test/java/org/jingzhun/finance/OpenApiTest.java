package org.jingzhun.finance;

import org.jingzhun.test.openapi.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FinanceServiceTest
class OpenApiTest {

    @Autowired
    Api api;

    @Test
    void theDescriptionOfTheApiIsCheckedIn() {
        OpenApiDocument.of(api.address()).checkedInAs("finance");
    }
}
