package org.jingzhun.household.record;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values as the national lists write them: names instead of codes, 是 and 否, plain numbers. */
@Component
public class Wording {

    private final CodeLists lists;

    Wording(CodeLists lists) {
        this.lists = lists;
    }

    /** The value in words; empty where there is none. */
    public String of(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        var list = field.codeList();
        return switch (field.kind()) {
            case YES_NO -> (Boolean) value ? "是" : "否";
            case CODE -> name(list, value.toString());
            case CODES ->
                Arrays.stream(value.toString().split(",")).map(code -> name(list, code)).collect(Collectors.joining(","));
            case MONEY, DECIMAL -> ((BigDecimal) value).toPlainString();
            default -> value.toString();
        };
    }

    private String name(@Nullable CodeList list, String code) {
        return list == null ? code : lists.name(list, code).orElse(code);
    }
}
