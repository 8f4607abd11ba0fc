package org.jingzhun.household.register;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.jingzhun.household.field.Field;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the answers that write themselves, field by field from the catalogue. */
@Configuration(proxyBeanMethods = false)
class RegisterSchemas {

    @Bean
    GlobalOpenApiCustomizer fieldsOfTheCatalogue() {
        return api -> {
            var components = api.getComponents();
            if (components == null) {
                return;
            }
            components.addSchemas("HouseholdView", household());
            components.addSchemas("MemberView", member());
            components.addSchemas("YearView", year());
            components.addSchemas("PersonView", person());
        };
    }

    private static Schema<?> household() {
        var schema = object("A household; fields without a value are left out, but for those of the first edition")
                .addProperty("number", new StringSchema()).addProperty("village", new StringSchema())
                .addProperty("villageName", new StringSchema());
        fields(schema, AnsweredField.HOUSEHOLD);
        return schema.addProperty("dataYear", new IntegerSchema().format("int32"))
                .addProperty("asOf", new DateSchema().description("The day that was asked for"))
                .addProperty("knownAt", new DateTimeSchema().description("The instant that was asked for"))
                .addProperty("members", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/MemberView")))
                .addProperty("years", new ArraySchema().items(new Schema<>().$ref("#/components/schemas/YearView"))
                        .description("Only with `years=true`"))
                .addProperty("withheld", withheld());
    }

    private static Schema<?> member() {
        var schema = object("A member of a household").addProperty("number", new StringSchema());
        fields(schema, AnsweredField.PERSON);
        fields(schema, AnsweredField.MEMBERSHIP);
        return schema.addProperty("withheld", withheld());
    }

    private static Schema<?> person() {
        var home = object("A household that he lives in, or lived in").addProperty("number", new StringSchema())
                .addProperty("village", new StringSchema()).addProperty("villageName", new StringSchema())
                .addProperty("relation", new StringSchema()).addProperty("joinedOn", new DateSchema())
                .addProperty("leftOn", new DateSchema()).addProperty("leaveReason", new StringSchema());
        return member().description("A person, and where he lives and lived").addProperty("household", home)
                .addProperty("formerHouseholds", new ArraySchema().items(home))
                .addProperty("mergedInto", new StringSchema()
                        .description("The number that stays, where the entry was merged into another one"))
                .addProperty("mergedElsewhere", new BooleanSchema()
                        .description("That it was merged into one outside the caller's area"));
    }

    private static Schema<?> year() {
        var schema = object("What a household reported for a year").addProperty("year", new IntegerSchema().format("int32"));
        fields(schema, AnsweredField.HOUSEHOLD_YEAR);
        return schema;
    }

    private static Schema<?> object(String description) {
        return new ObjectSchema().description(description);
    }

    private static Schema<?> withheld() {
        return new ArraySchema().items(new StringSchema()).description("What the caller may not see");
    }

    private static void fields(Schema<?> schema, AnsweredField[] fields) {
        for (var field : fields) {
            schema.addProperty(field.name(), type(field.field()).description(description(field.field())));
        }
    }

    private static Schema<?> type(Field field) {
        return switch (field.kind()) {
            case TEXT, CODE, PHONE, DOCUMENT -> new StringSchema();
            case CODES -> new ArraySchema().items(new StringSchema());
            case YES_NO -> new BooleanSchema();
            case DAY -> new DateSchema();
            case MONEY, DECIMAL -> new NumberSchema();
            case COUNT -> new IntegerSchema().format("int32");
        };
    }

    private static String description(Field field) {
        var list = field.codeList();
        return field.heading() + " · " + field.label() + (list == null ? "" : "; code of the list `" + list.id() + "`");
    }
}
