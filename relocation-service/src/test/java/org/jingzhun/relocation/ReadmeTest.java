package org.jingzhun.relocation;

import org.jingzhun.test.document.ServiceDocuments;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theTableOfSettingsIsWhatTheServiceReads() {
        ServiceDocuments.of("relocation-service").theReadmeNamesEverySetting();
    }
}
