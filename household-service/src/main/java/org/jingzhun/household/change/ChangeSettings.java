package org.jingzhun.household.change;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes are handled.
 *
 * @param daysBack how far back in time one officer alone changes something
 * @param windowCheckEvery how often waiting changes are looked at
 */
@ConfigurationProperties("household.changes")
record ChangeSettings(@DefaultValue("365") int daysBack, @DefaultValue("5m") Duration windowCheckEvery) {}
