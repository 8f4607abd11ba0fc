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
 * @param fillLookEvery how often it is looked whether a back-fill is wanted
 * @param freezeLookEvery how often it is looked whether a snapshot has no frozen figures yet
 * @param villagesPerPage villages that a page of a figure's list looks at, at most
 * @param villagesPerFlowPage villages that a page of a flow's list looks at, at most: there it is counted anew
 */
@ConfigurationProperties("household.figures")
public record FigureSettings(@DefaultValue("2s") Duration foldEvery, @DefaultValue("10000") int rowsPerFold,
        @DefaultValue("500") int householdsPerFill, @DefaultValue("5s") Duration fillLookEvery,
        @DefaultValue("1m") Duration freezeLookEvery, @DefaultValue("50") int villagesPerPage,
        @DefaultValue("20") int villagesPerFlowPage) {

    public FigureSettings {
        if (villagesPerPage < 1 || villagesPerFlowPage < 1) {
            throw new IllegalArgumentException("household.figures: a page looks at one village at least");
        }
    }
}
