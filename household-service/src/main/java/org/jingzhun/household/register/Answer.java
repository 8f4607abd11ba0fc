package org.jingzhun.household.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/** An answer that writes itself, field by field: there are too many fields, and too many of them empty, for a record of each. */
abstract class Answer implements JacksonSerializable {

    /** Writes what stands between the brackets. */
    protected abstract void write(JsonGenerator json);

    @Override
    public final void serialize(JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        write(json);
        json.writeEndObject();
    }

    @Override
    public final void serializeWithType(JsonGenerator json, SerializationContext context, TypeSerializer type) {
        serialize(json, context);
    }

    static void text(JsonGenerator json, String name, @Nullable String text) {
        json.writeName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    /** Fields that have a value, and those that are always there. */
    static void fields(JsonGenerator json, AnsweredField[] fields, @Nullable Object[] values) {
        for (int i = 0; i < fields.length; i++) {
            var value = values[i];
            if (value != null) {
                json.writeName(fields[i].name());
                value(json, value);
            } else if (fields[i].isAlways()) {
                json.writeName(fields[i].name());
                json.writeNull();
            }
        }
    }

    static void texts(JsonGenerator json, String name, @Nullable List<String> texts) {
        if (texts != null) {
            json.writeName(name);
            value(json, texts);
        }
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case String text -> json.writeString(text);
            case Boolean yes -> json.writeBoolean(yes);
            case Integer number -> json.writeNumber(number.intValue());
            case BigDecimal number -> json.writeNumber(number);
            case LocalDate day -> json.writeString(day.toString());
            case List<?> texts -> {
                json.writeStartArray();
                texts.forEach(text -> json.writeString(String.valueOf(text)));
                json.writeEndArray();
            }
            default -> throw new IllegalStateException("no field has values of " + value.getClass());
        }
    }
}
