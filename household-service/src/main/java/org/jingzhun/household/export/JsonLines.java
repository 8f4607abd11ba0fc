package org.jingzhun.household.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Shape;
import org.jingzhun.household.record.FieldValues;
import org.jingzhun.household.record.HouseholdRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A household a line, with its members; keys as in the API, codes as in the code lists, several codes as an array. */
final class JsonLines implements HouseholdSink {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final OutputStream out;
    private final Divisions divisions;

    JsonLines(OutputStream out, Divisions divisions) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.divisions = divisions;
    }

    @Override
    public void household(HouseholdRecord household) throws IOException {
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Uncloseable(out))) {
            json.writeStartObject();
            json.writeStringProperty("number", household.number());
            json.writeStringProperty("village", household.village());
            json.writeStringProperty("villageName", divisions.name(household.village()));
            write(json, household.values());
            json.writeArrayPropertyStart("members");
            for (var member : household.members()) {
                json.writeStartObject();
                json.writeStringProperty("number", member.number());
                write(json, member.values());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void write(JsonGenerator json, FieldValues values) {
        for (Map.Entry<Field, Object> value : values.all().entrySet()) {
            json.writeName(value.getKey().key());
            switch (value.getValue()) {
                case Boolean yes -> json.writeBoolean(yes);
                case BigDecimal amount -> json.writeNumber(amount);
                case Integer count -> json.writeNumber(count);
                case String codes when value.getKey().kind() == Shape.Kind.CODES -> {
                    json.writeStartArray();
                    for (var code : codes.split(",", -1)) {
                        json.writeString(code);
                    }
                    json.writeEndArray();
                }
                default -> json.writeString(value.getValue().toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** A generator closes what it writes to; here more lines follow. */
    private static final class Uncloseable extends java.io.FilterOutputStream {

        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // the file goes on
        }
    }
}
