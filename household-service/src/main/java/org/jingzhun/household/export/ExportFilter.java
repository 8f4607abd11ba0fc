package org.jingzhun.household.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** What an export is narrowed to: the codes of the list's filters; what is not given is not looked at. */
record ExportFilter(@Nullable @Pattern(regexp = CODE) String type, @Nullable @Pattern(regexp = CODE) String exitState,
        @Nullable @Pattern(regexp = CODE) String mainCause, @Nullable @Pattern(regexp = CODE) String poorKind,
        @Nullable @Pattern(regexp = CODE) String monitoredKind) {

    static final ExportFilter NONE = new ExportFilter(null, null, null, null, null);

    private static final String CODE = "[0-9]{1,16}";

    /** As it is written in an address and in the log: {@code type=1&mainCause=7}. */
    static ExportFilter parse(String written) {
        var values = new LinkedHashMap<String, String>();
        for (var part : written.split("&", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return new ExportFilter(values.get("type"), values.get("exitState"), values.get("mainCause"), values.get("poorKind"),
                values.get("monitoredKind"));
    }

    @JsonIgnore
    String written() {
        return String.join("&", all().entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList());
    }

    /** The conditions on households {@code h}. */
    @JsonIgnore
    String sql() {
        var conditions = new ArrayList<String>();
        conditions.add("true");
        all().keySet().forEach(name -> conditions.add("h.%s = :filter_%s".formatted(column(name), name)));
        return String.join(" and ", conditions);
    }

    @JsonIgnore
    Map<String, String> params() {
        var params = new LinkedHashMap<String, String>();
        all().forEach((name, value) -> params.put("filter_" + name, value));
        return params;
    }

    private static String column(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        put(all, "type", type);
        put(all, "exitState", exitState);
        put(all, "mainCause", mainCause);
        put(all, "poorKind", poorKind);
        put(all, "monitoredKind", monitoredKind);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
