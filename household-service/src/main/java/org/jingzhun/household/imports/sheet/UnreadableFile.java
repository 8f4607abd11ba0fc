package org.jingzhun.household.imports.sheet;

import java.util.List;

/** A file that cannot be read as a table; the code names the paragraph of the problem catalogue. */
public class UnreadableFile extends RuntimeException {

    private final String code;
    private final List<String> arguments;

    public UnreadableFile(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    UnreadableFile(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
        this.arguments = List.of();
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
