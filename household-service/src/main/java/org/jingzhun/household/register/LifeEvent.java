package org.jingzhun.household.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a household or a person 【生命历程】.
 *
 * @param action as the command is called, or {@code imported}, {@code changed-by-import}
 * @param household where it happened; it and {@code otherHousehold} are left out where they lie outside the caller's area
 * @param person whom it concerns; empty for the household as a whole
 * @param change number of the change, or {@code importNumber} that of the import
 * @param reason left out, as the evidence, for who may not see what is sensitive: it is free text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LifeEvent(String number, String action, LocalDate effectiveOn, OffsetDateTime recordedAt, @Nullable String household,
        @Nullable String village, @Nullable String villageName, @Nullable String person, @Nullable String otherHousehold,
        @Nullable String otherVillage, @Nullable String change, @Nullable String importNumber, @Nullable String reason,
        @Nullable String evidence, String enteredBy, @Nullable String approvedBy, List<Changed> fields, @JsonIgnore long id) {

    List<Object> position() {
        return List.of(effectiveOn, id);
    }

    /**
     * A field that changed, by its name in the API.
     *
     * @param before what was known for that day before; left out, as {@code after}, where there was nothing
     * @param withheld true where the caller may not see the values
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(String field, @Nullable Object before, @Nullable Object after, @Nullable Boolean withheld) {}
}
