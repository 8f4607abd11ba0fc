package org.jingzhun.starter.access;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScopesTest {

    final Permissions permissions = Permissions.read(new ByteArrayResource("""
            role,resource,action
            officer,household,read
            officer,household,change
            reader,household,read
            helper,scope,households
            helper,household,read
            citizen,scope,self
            citizen,household,read
            """.getBytes(StandardCharsets.UTF_8)));

    final Scopes scopes = new Scopes(permissions, area -> area.equals("451481") ? List.of("452131") : List.of());

    @Test
    void onlyGrantsWithThePermissionCount() {
        var grants = List.of(new Grant("reader", "d", "45"), new Grant("officer", "d", "451423"));

        assertThat(scopes.of("a", grants, "household:read")).isEqualTo(Scope.Ranges.under("45"));
        assertThat(scopes.of("a", grants, "household:change")).isEqualTo(Scope.Ranges.under("451423"));
        assertThat(scopes.of("a", grants, "household:erase")).isEqualTo(new Scope.None());
        assertThat(scopes.of("a", List.of(), "household:read")).isEqualTo(new Scope.None());
    }

    @Test
    void theAreaOfOneGrantIsNeverCombinedWithTheRoleOfAnother() {
        var grants = List.of(new Grant("reader", "d", "45"), new Grant("officer", "d", "451423"));

        assertThatThrownBy(() -> scopes.narrowed("a", grants, "household:change", "451481")).isInstanceOf(AreaNotYours.class);
        assertThat(scopes.narrowed("a", grants, "household:change", "451423001")).isEqualTo(Scope.Ranges.under("451423001"));
    }

    @Test
    void twoGrantsTogetherDoNotCoverWhatNeitherCovers() {
        var grants = List.of(new Grant("reader", "d", "451481100"), new Grant("reader", "d", "451481101"));

        assertThatThrownBy(() -> scopes.narrowed("a", grants, "household:read", "451481")).isInstanceOf(AreaNotYours.class);
    }

    @Test
    void formerCodesOfAnAreaGoWithIt() {
        var grants = List.of(new Grant("reader", "d", "451481"));

        assertThat(scopes.of("a", grants, "household:read").covers("452131001001")).isTrue();
        assertThat(scopes.narrowed("a", grants, "household:read", "451481").covers("452131001001")).isTrue();
        assertThat(scopes.narrowed("a", grants, "household:read", "451481101").covers("452131001001")).isFalse();
    }

    @Test
    void anAreaRoleReachesFurtherThanOneLimitedToHouseholds() {
        var helper = new Grant("helper", "d", "451481101201");

        assertThat(scopes.of("a", List.of(helper), "household:read"))
                .isEqualTo(new Scope.Households("a", List.of(CodeRange.under("451481101201"))));
        assertThat(scopes.of("a", List.of(helper, new Grant("reader", "d", "451481")), "household:read"))
                .isInstanceOf(Scope.Ranges.class);
        assertThat(scopes.narrowed("a", List.of(helper, new Grant("reader", "d", "4510")), "household:read", "451481101201"))
                .isInstanceOf(Scope.Households.class);
        assertThat(scopes.of("a", List.of(new Grant("citizen", "", "")), "household:read")).isEqualTo(new Scope.Self("a"));
    }
}
