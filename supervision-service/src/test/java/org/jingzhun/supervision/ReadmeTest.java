package org.jingzhun.supervision;

import org.jingzhun.test.document.ServiceDocuments;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void whatIsWrittenBesideTheCodeAgreesWithIt() {
        ServiceDocuments.of("supervision-service").check();
    }
}
