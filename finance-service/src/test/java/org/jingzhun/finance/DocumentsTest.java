package org.jingzhun.finance;

import org.jingzhun.test.document.ServiceDocuments;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    @Test
    void readmeSettingsAndProblemsBelongTogether() {
        ServiceDocuments.of("finance-service").check();
    }
}
