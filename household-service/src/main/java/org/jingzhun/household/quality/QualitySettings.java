package org.jingzhun.household.quality;

import java.time.LocalTime;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the register is held to the rules.
 *
 * @param nightlyAt when the whole register is checked each night; none where only officers order runs
 * @param householdsAtOnce read, judged and committed together; at least one village
 * @param phones whether phones are deciphered and checked as well
 */
@ConfigurationProperties("household.quality")
record QualitySettings(@Nullable LocalTime nightlyAt, @DefaultValue("1000") int householdsAtOnce,
        @DefaultValue("true") boolean phones) {}
