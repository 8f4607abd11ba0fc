package org.jingzhun.test.stranger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** How one operation is called by a stranger: always correctly, with identifiers of records that exist and are not his. */
public final class Operation {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final String method;
    private final String path;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final Map<String, String> required = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String body;
    private boolean mayHoldOwn;
    private boolean forEveryRole;
    private boolean forEveryCaller;
    private boolean changesNothing;

    Operation(String method, String path) {
        this.method = method;
        this.path = path;
        this.changesNothing = method.equals("GET");
    }

    /** The identifier of a foreign record, for a variable of the path. */
    public Operation path(String variable, String foreign) {
        variables.put(variable, foreign);
        return this;
    }

    /** A value for a filter of the list, such as would find a foreign record. Every filter of the document needs one. */
    public Operation filter(String name, String foreign) {
        filters.put(name, foreign);
        return this;
    }

    /** A query parameter without which the operation is refused: it is sent with all the others. */
    public Operation always(String name, String foreign) {
        required.put(name, foreign);
        return this;
    }

    public Operation header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** A JSON body that would be accepted from the owner. */
    public Operation body(String json) {
        headers.putIfAbsent("Content-Type", "application/json");
        body = json;
        return this;
    }

    /** Raw content, as of an upload. */
    public Operation content(String type, String content) {
        headers.put("Content-Type", type);
        body = content;
        return this;
    }

    /** A list that shows the stranger his own records, if no foreign division is asked for: nothing foreign may be among them. */
    public Operation list() {
        mayHoldOwn = true;
        return this;
    }

    /** Reference data that every role may read, such as divisions: only machines without grants and wrong tokens are refused. */
    public Operation forEveryRole() {
        forEveryRole = true;
        return this;
    }

    /** What every caller with a valid token may do, such as reading his own account. */
    public Operation forEveryCaller() {
        forEveryCaller = true;
        return this;
    }

    /** A POST that only reads, such as a search: then the owner tries it as well, to show that there is something to find. */
    public Operation changesNothing() {
        changesNothing = true;
        return this;
    }

    /** A GET that even the owner of the records cannot use, such as one for machines. */
    public Operation failsForTheOwner() {
        changesNothing = false;
        return this;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Map<String, String> filters() {
        return filters;
    }

    Map<String, String> required() {
        return required;
    }

    Map<String, String> headers() {
        return headers;
    }

    @Nullable
    String body() {
        return body;
    }

    boolean mayHoldOwn() {
        return mayHoldOwn;
    }

    boolean isForEveryRole() {
        return forEveryRole;
    }

    boolean isForEveryCaller() {
        return forEveryCaller;
    }

    boolean isHarmless() {
        return changesNothing;
    }

    /** The address with the given filters, and those that are needed. */
    String address(Map<String, String> chosen) {
        var filled = VARIABLE.matcher(path).replaceAll(variable -> {
            var value = variables.get(variable.group(1));
            if (value == null) {
                throw new AssertionError("%s has no value for {%s}".formatted(this, variable.group(1)));
            }
            return encoded(value).replace("+", "%20").replace("$", "\\$");
        });
        var parameters = new LinkedHashMap<>(required);
        parameters.putAll(chosen);
        return parameters.isEmpty()
                ? filled
                : filled + parameters.entrySet().stream()
                        .map(filter -> encoded(filter.getKey()) + "=" + encoded(filter.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
