package org.jingzhun.supervision;

import org.jingzhun.test.openapi.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SupervisionServiceTest
class OpenApiTest {

    @Autowired
    Api api;

    @Test
    void theDescriptionOfTheApiIsCheckedIn() {
        OpenApiDocument.of(api.address()).checkedInAs("supervision");
    }
}
