package org.jingzhun.industry;

import org.jingzhun.test.document.ServiceDocuments;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void readmeSettingsAndProblemsBelongTogether() {
        ServiceDocuments.of("industry-service").check();
    }
}
