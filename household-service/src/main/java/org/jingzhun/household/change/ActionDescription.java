package org.jingzhun.household.change;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes each action as an object of its own with its name in {@code action}. By itself each would be described as an action and
 * something, and an action as one of them, a circle that generators of clients cannot walk.
 */
@Component
@SuppressWarnings({"rawtypes", "unchecked"}) // the schemas of the library are raw
class ActionDescription implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var action = schemas.get("Action");
        if (action == null || action.getDiscriminator() == null) {
            return;
        }
        action.setProperties(null);
        action.setRequired(null);
        action.getDiscriminator().getMapping().forEach((name, reference) -> schemas.computeIfPresent(last(reference),
                (schema, described) -> described(name, described)));
        schemas.put("JsonNode",
                new Schema<>().description("A value as its field is: text, code, array of codes, number, true or false, null"));
    }

    private static Schema<?> described(String name, Schema<?> action) {
        var parts = action.getAllOf();
        if (parts == null) {
            return action;
        }
        var plain = new Schema<>().type("object").description(action.getDescription());
        plain.addProperty("action", new StringSchema()._enum(List.of(name)));
        parts.getLast().getProperties()
                .forEach((property, schema) -> plain.addProperty(String.valueOf(property), (Schema<?>) schema));
        var required = new ArrayList<String>(action.getRequired() == null ? List.of() : action.getRequired());
        required.addFirst("action");
        plain.setRequired(required);
        return plain;
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
