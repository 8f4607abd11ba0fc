package org.jingzhun.household;

import org.jingzhun.test.document.ServiceDocuments;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final ServiceDocuments documents = ServiceDocuments.of("household-service");

    @Test
    void everySentenceIsThereInBothLanguages() {
        documents.everySentenceIsThereInBothLanguages();
    }

    @Test
    void everyProblemIsExplained() {
        documents.everyProblemIsExplained();
    }
}
