package org.jingzhun.identity;

import org.jingzhun.test.openapi.OpenApiDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class OpenApiTest {

    @Autowired
    Suite suite;

    @Test
    void theDescriptionOfTheApiIsCheckedIn() {
        OpenApiDocument.of("http://127.0.0.1:" + suite.port()).checkedInAs("identity");
    }
}
