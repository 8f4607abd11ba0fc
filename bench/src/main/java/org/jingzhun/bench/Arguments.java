package org.jingzhun.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of a command, {@code --name value}. Each may be asked for once it was declared by asking; the rest is refused. */
public final class Arguments {

    private final Map<String, String> given = new HashMap<>();

    public Arguments(List<String> words) {
        for (var i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
                throw new IllegalArgumentException("expected --name value, found: " + words.get(i));
            }
            given.put(words.get(i).substring(2), words.get(i + 1));
        }
    }

    public String text(String name) {
        var value = given.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    public String text(String name, String otherwise) {
        return given.containsKey(name) ? text(name) : otherwise;
    }

    public int number(String name, int otherwise) {
        var value = text(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is not a number: " + value, e);
        }
    }

    /** Call it when all known options have been asked for. */
    public void refuseOthers() {
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown options: " + given.keySet());
        }
    }
}
