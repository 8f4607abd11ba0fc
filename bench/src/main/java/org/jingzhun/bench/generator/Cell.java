package org.jingzhun.bench.generator;

/** What a sheet can hold in one place. */
sealed interface Cell {

    Cell BLANK = new Text("");

    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    /** As it is read when all is right, and as the planted list quotes it. */
    String text();

    record Text(String text) implements Cell {}

    record Figure(double value) implements Cell {
        @Override
        public String text() {
            return whole() ? Long.toString((long) value) : Double.toString(value);
        }

        /** Excel writes 4, not 4.0, until a number gets too long. */
        boolean whole() {
            return value == Math.rint(value) && Math.abs(value) < 1e9;
        }
    }

    /** Without the equals sign. */
    record Formula(String expression) implements Cell {
        @Override
        public String text() {
            return "=" + expression;
        }
    }
}
