package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an officer wants changed in the register: one named deed 【变更事项】. It is the body of the request, it says what it needs, and it
 * plans what is to be written.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
@JsonSubTypes({@JsonSubTypes.Type(value = AddHousehold.class, name = AddHousehold.NAME),
        @JsonSubTypes.Type(value = RemoveHousehold.class, name = RemoveHousehold.NAME),
        @JsonSubTypes.Type(value = MoveHousehold.class, name = MoveHousehold.NAME),
        @JsonSubTypes.Type(value = SplitHousehold.class, name = SplitHousehold.NAME),
        @JsonSubTypes.Type(value = MergeHouseholds.class, name = MergeHouseholds.NAME),
        @JsonSubTypes.Type(value = AddMember.class, name = AddMember.NAME),
        @JsonSubTypes.Type(value = RemoveMember.class, name = RemoveMember.NAME),
        @JsonSubTypes.Type(value = TransferMember.class, name = TransferMember.NAME),
        @JsonSubTypes.Type(value = ChangeHead.class, name = ChangeHead.NAME),
        @JsonSubTypes.Type(value = ChangeType.class, name = ChangeType.NAME),
        @JsonSubTypes.Type(value = CorrectFields.class, name = CorrectFields.NAME)})
@Schema(description = "One deed; `action` says which", discriminatorProperty = "action", oneOf = {AddHousehold.class,
        RemoveHousehold.class, MoveHousehold.class, SplitHousehold.class, MergeHouseholds.class, AddMember.class,
        RemoveMember.class,
        TransferMember.class, ChangeHead.class, ChangeType.class, CorrectFields.class}, discriminatorMapping = {
                @DiscriminatorMapping(value = AddHousehold.NAME, schema = AddHousehold.class),
                @DiscriminatorMapping(value = RemoveHousehold.NAME, schema = RemoveHousehold.class),
                @DiscriminatorMapping(value = MoveHousehold.NAME, schema = MoveHousehold.class),
                @DiscriminatorMapping(value = SplitHousehold.NAME, schema = SplitHousehold.class),
                @DiscriminatorMapping(value = MergeHouseholds.NAME, schema = MergeHouseholds.class),
                @DiscriminatorMapping(value = AddMember.NAME, schema = AddMember.class),
                @DiscriminatorMapping(value = RemoveMember.NAME, schema = RemoveMember.class),
                @DiscriminatorMapping(value = TransferMember.NAME, schema = TransferMember.class),
                @DiscriminatorMapping(value = ChangeHead.NAME, schema = ChangeHead.class),
                @DiscriminatorMapping(value = ChangeType.NAME, schema = ChangeType.class),
                @DiscriminatorMapping(value = CorrectFields.NAME, schema = CorrectFields.class)})
sealed interface Action
        permits AddHousehold, RemoveHousehold, MoveHousehold, SplitHousehold, MergeHouseholds, AddMember, RemoveMember,
        TransferMember, ChangeHead, ChangeType, CorrectFields {

    /** What numbers of households and persons look like. */
    String NUMBER = "[0-9A-Za-z-]{1,32}";

    /** Its name in the API, the rules of four eyes and the windows. */
    String name();

    /** The first day on which it holds. */
    LocalDate effectiveOn();

    /** Why. */
    String reason();

    /** By what that is shown. */
    String evidence();

    /** The households that it changes, the one whose {@code If-Match} is asked for first; empty where there is none yet. */
    List<String> existing();

    /** Persons that it needs though they may live in no household at present. */
    default List<String> persons() {
        return List.of();
    }

    /** Says what is to be written; gives the household and village that the change is filed under. */
    Main plan(Planning plan);

    /** Where a change is filed. */
    record Main(String household, String village) {}

    /** A member and what he is to the head. */
    record Related(@NotBlank @Pattern(regexp = NUMBER) String person,
            @NotBlank @Size(max = 16) @Schema(description = "A code of the list `relation`", example = "03") String relation) {}

    /** Its kind and what may distinguish it, such as {@code remove-member:09}. */
    static String matter(String action, @Nullable String kind) {
        return kind == null ? action : action + ":" + kind;
    }
}
