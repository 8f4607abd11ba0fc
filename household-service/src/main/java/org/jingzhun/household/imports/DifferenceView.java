package org.jingzhun.household.imports;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a household or a person of a file differs from the register, as an officer sees it.
 *
 * @param row of the file; missing for a household
 * @param isNew whether the register does not have it yet; then its fields stand beside nothing
 * @param isMerged true where the row names an entry that was merged into this person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceView(String household, @Nullable String person, @Nullable Integer row, @JsonProperty("new") boolean isNew,
        @JsonProperty("merged") @Nullable Boolean isMerged, List<Value> fields) {

    /**
     * One field.
     *
     * @param register code, number or text of the register; IDs and phones masked
     * @param withheld whether the caller may not see the values: they tell of health, or of a child
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(String field, FieldDifference.State state, @Nullable Object register, @Nullable Object file,
            @Nullable Boolean withheld) {

        static Value withheld(FieldDifference difference) {
            return new Value(difference.field().key(), difference.state(), null, null, true);
        }
    }

    /** What an officer decides. */
    record Wanted(@JsonProperty("default") Decision common, @Nullable List<WantedException> exceptions) {}

    /** Another decision for a single value. */
    record WantedException(String household, @Nullable String person, String field, Decision decision) {}

    /** How often each field differs, and rows by what happens to them. */
    record Summary(Map<String, Integer> rows, List<DifferenceSummary.FieldCount> fields) {}
}
