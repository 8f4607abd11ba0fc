package org.jingzhun.household.figure;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the figures.
 *
 * @param foldEvery how often movements are folded
 * @param rowsPerFold movements that are folded in one transaction
 * @param householdsPerFill households that a back-fill counts in one transaction
 */
@ConfigurationProperties("household.figures")
record FigureSettings(@DefaultValue("2s") Duration foldEvery, @DefaultValue("10000") int rowsPerFold,
        @DefaultValue("500") int householdsPerFill) {}
