package org.jingzhun.standalone.service;

import java.util.stream.Stream;

import org.jingzhun.standalone.settings.Secrets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceTest {

    @Test
    void noServiceInheritsASecretFromTheEnvironmentOfTheLauncher() {
        var secrets = Stream.of(Service.values()).filter(it -> it.schema().isPresent()).flatMap(it -> Stream.of(
                it.db("PASSWORD"), it.db("MIGRATION_PASSWORD"), it + "_CURSOR_KEY", it.clientSecret()));

        assertThat(Secrets.NAMES).containsAll(secrets.toList()).contains(Service.GATEWAY.clientSecret());
    }

    @Test
    void noTwoServicesShareAPortOrASchema() {
        assertThat(Stream.of(Service.values()).flatMap(it -> it.schema().stream())).doesNotHaveDuplicates().hasSize(6);
        assertThat(Stream.of(Service.values()).flatMap(it -> Stream.of(it.usualPort(), it.usualManagementPort())))
                .doesNotHaveDuplicates();
    }
}
