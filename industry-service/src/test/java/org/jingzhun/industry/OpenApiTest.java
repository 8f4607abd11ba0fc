package org.jingzhun.industry;

import org.jingzhun.test.openapi.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IndustryServiceTest
class OpenApiTest {

    @Autowired
    Api api;

    @Test
    void theDescriptionOfTheApiIsCheckedIn() {
        OpenApiDocument.of(api.address()).checkedInAs("industry");
    }
}
