package org.jingzhun.starter.openapi;

import io.swagger.v3.oas.models.Operation;
import org.junit.jupiter.api.Test;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

class OperationNamesTest {

    @Test
    void anOperationIsCalledAsItsControllerAndMethod() {
        assertThat(name(new HouseholdController(), "list")).isEqualTo("householdList");
        assertThat(name(new HouseholdController(), "versions")).isEqualTo("householdVersions");
    }

    @Test
    void aMethodThatIsCalledAsItsControllerSaysNothingTwice() {
        assertThat(name(new HouseholdController(), "household")).isEqualTo("household");
        assertThat(name(new HouseholdController(), "households")).isEqualTo("households");
        assertThat(name(new PersonSearchController(), "search")).isEqualTo("personSearch");
    }

    @Test
    void anIdThatIsStatedOutlivesTheNameOfItsClass() {
        assertThat(name(new PersonSearchController(), "renamed")).isEqualTo("personFind");
    }

    private static String name(Object controller, String method) {
        var operation = new Operation().operationId("list_7");
        return new OperationNames().customize(operation,
                new HandlerMethod(controller, ReflectionUtils.findMethod(controller.getClass(), method))).getOperationId();
    }

    static class HouseholdController {

        void list() {}

        void versions() {}

        void household() {}

        void households() {}
    }

    static class PersonSearchController {

        void search() {}

        @io.swagger.v3.oas.annotations.Operation(operationId = "personFind")
        void renamed() {}
    }
}
