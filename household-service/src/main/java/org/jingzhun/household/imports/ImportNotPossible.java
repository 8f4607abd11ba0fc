package org.jingzhun.household.imports;

/** What was announced cannot be imported; names the field. */
class ImportNotPossible extends RuntimeException {

    private final String pointer;
    private final String message;
    private final Object[] arguments;

    ImportNotPossible(String pointer, String message, Object... arguments) {
        super(message);
        this.pointer = pointer;
        this.message = message;
        this.arguments = arguments;
    }

    String pointer() {
        return pointer;
    }

    String message() {
        return message;
    }

    Object[] arguments() {
        return arguments;
    }
}
