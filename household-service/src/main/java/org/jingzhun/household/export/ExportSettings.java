package org.jingzhun.household.export;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of exports.
 *
 * @param atOnce exports that one instance writes at the same time; each holds a connection to the database
 * @param householdsAtOnce households that are read at a time
 * @param validFor how long after its order a content can be fetched
 */
@ConfigurationProperties("household.exports")
record ExportSettings(@DefaultValue("3") int atOnce, @DefaultValue("500") int householdsAtOnce,
        @DefaultValue("1h") Duration validFor) {}
