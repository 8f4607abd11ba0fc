package org.jingzhun.supervision.reported;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.supervision.Api;
import org.jingzhun.supervision.SupervisionServiceTest;
import org.jingzhun.supervision.reported.ReportedStore.Told;
import org.jingzhun.test.stranger.Operation;
import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of the service, tried by strangers with identifiers of records that exist. */
@SupervisionServiceTest
class NobodySeesWhatIsNotHisTest {

    private static final String STATES = "/api/supervision/v1/reported-states";
    private static final String NUMBER = "ST-SETTLEMENT-1";

    @Autowired
    Api api;

    @Autowired
    ReportedStore store;

    @Autowired
    Audit audit;

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        store.put("relocation", List.of(new Told("settlement", NUMBER, 1, 1, "settlement-created", "451481101201", null,
                LocalDate.of(2020, 1, 2), Instant.EPOCH, "{\"place\":\"secret-of-the-settlement\"}")), 1);

        audit.recordJob("inspector", "settlement.looked-at", Subject.in("451481101201", "settlement", NUMBER), Map.of());

        return StrangersTest.of(api.address())
                .owner(Api.PINGXIANG)
                .neighbour(Api.LONGZHOU)
                .neighbour(TestToken.person("town").grant("discipline-officer", "discipline", "451481100"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "banking", "451481"))
                .wrongRole(TestToken.person("department").grant("department-officer", "health", "451481"))
                .secret(NUMBER, "secret-of-the-settlement")
                .operation("GET", STATES, it -> it.list().always("source", "relocation").always("kind", "settlement")
                        .filter("area", "451481101"))
                .operation("GET", STATES + "/{source}/{kind}/{id}",
                        it -> it.path("source", "relocation").path("kind", "settlement").path("id", NUMBER))
                .operation("GET", "/api/supervision/v1/reported-state-digests", Operation::list)
                .operation("GET", "/api/supervision/v1/audit-entries",
                        it -> it.list().filter("area", "451481101").filter("subjectKind", "settlement").filter("subject", NUMBER))
                .operation("GET", "/api/supervision/v1/facts", Operation::failsForTheOwner) // for machines
                .operation("POST", "/api/supervision/v1/nudges", it -> it.body("{\"source\":\"relocation\"}"))
                .operation("GET", "/api/supervision/v1/feeds", Operation::list)
                .operation("POST", "/api/supervision/v1/replays", it -> it.body("{\"source\":\"relocation\"}"))
                .operation("GET", "/api/supervision/v1/parked-facts", Operation::failsForTheOwner) // for administrators
                .operation("GET", "/api/supervision/v1/parked-facts/{id}", it -> it.path("id", "1").failsForTheOwner())
                .operation("POST", "/api/supervision/v1/parked-facts/{id}/repetition", it -> it.path("id", "1"))
                .tests();
    }
}
