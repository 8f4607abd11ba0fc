package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.jingzhun.household.template.Template;
import org.jspecify.annotations.Nullable;

/** A run of households of one import, by their numbers within the file; both ends are in it. */
record Range(ImportJob job, Template template, RegisterColumns columns, int from, int to) {

    /** Conditions on the tables of a file; with {@link #parameters()}. */
    static final String ROWS = "r.import_id = :import and r.household_seq between :from and :to";
    static final String HOUSEHOLDS = "hh.import_id = :import and hh.household_seq between :from and :to";

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("import", job.id());
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("areaFrom", job.range().from());
        parameters.put("areaTo", job.range().to());
        parameters.put("dataYear", job.dataYear());
        return parameters;
    }

    /** The same for what holds from one day. */
    Map<String, @Nullable Object> parameters(LocalDate effectiveOn) {
        var parameters = parameters();
        parameters.put("effectiveOn", effectiveOn);
        return parameters;
    }

    /** The row that stands for its household: the head's; in lists of households there is one. */
    String headRow() {
        return template.canCreate() ? "r.relation = '01'" : template.isOfHouseholds() ? "true" : "false";
    }
}
