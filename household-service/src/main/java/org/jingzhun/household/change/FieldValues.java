package org.jingzhun.household.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;
import org.jingzhun.household.person.DisabilityNumber;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Values of fields. Inside a change every value is one text, by which old and new are compared and kept; here it is read from a request
 * and from a row, and given to columns.
 */
@Component
class FieldValues {

    private static final int RESIDENT_ID_LENGTH = 18;

    private final CodeLists lists;
    private final FieldCipher cipher;
    private final StoredDigests digests;

    FieldValues(CodeLists lists, FieldCipher cipher, StoredDigests digests) {
        this.lists = lists;
        this.cipher = cipher;
        this.digests = digests;
    }

    /** What a request says, as one text. */
    String read(Field field, JsonNode value, LocalDate today) throws ValueNotValid {
        return switch (field.kind()) {
            case TEXT -> shortEnough(text(value), field.most());
            case CODE -> code(field, text(value), today);
            case CODES -> codes(field, value, today);
            case YES_NO -> yesNo(value);
            case DAY -> day(text(value), today);
            case MONEY -> amount(value, -field.most(), field.most());
            case DECIMAL -> amount(value, 0, field.most());
            case COUNT -> count(value, field.most());
            case PHONE -> phone(text(value));
            case DOCUMENT -> document(text(value).toUpperCase(Locale.ROOT), today);
        };
    }

    /** What a row says in the fields of its table. */
    Map<Field, @Nullable String> stored(ResultSet row, Holder holder, String number) throws SQLException {
        var values = new LinkedHashMap<Field, @Nullable String>();
        for (var field : Field.of(holder)) {
            if (field.isEncrypted()) {
                var encrypted = row.getBytes(field.column());
                values.put(field, encrypted == null ? null : cipher.decryptText(encrypted, field.cipherColumn(), number));
            } else if (field.kind() == Shape.Kind.YES_NO) {
                var value = row.getBoolean(field.column());
                values.put(field, row.wasNull() ? null : Boolean.toString(value));
            } else {
                values.put(field, row.getString(field.column()));
            }
        }
        return values;
    }

    /** The columns that get these values; ciphers with their digests, and what follows from a resident ID with it. */
    Map<String, @Nullable Object> columns(Map<Field, @Nullable String> values, String number) {
        var columns = new HashMap<String, @Nullable Object>();
        values.forEach((field, value) -> {
            if (field == Field.VILLAGE) {
                columns.put("village", value);
            } else if (!field.isEncrypted()) {
                columns.put(field.column(), value == null ? null : typed(field, value));
            } else if (field == Field.RESIDENT_ID) {
                putDocument(columns, Objects.requireNonNull(value), number);
            } else {
                columns.put(field.column(), value == null ? null : cipher.encrypt(value, field.cipherColumn(), number));
                columns.put(field.column() + "_digest", value == null ? null : digests.of("phone", value));
            }
        });
        return columns;
    }

    /** Under which a person with this document may stand. */
    List<byte[]> residentIdDigests(String document) {
        return digests.all("resident-id", document.substring(0, RESIDENT_ID_LENGTH));
    }

    /** The generation of the digests that are written. */
    int digestGeneration() {
        return digests.hold();
    }

    private void putDocument(Map<String, @Nullable Object> columns, String document, String number) {
        var id = new ResidentId(document.substring(0, RESIDENT_ID_LENGTH));
        columns.put("resident_id", cipher.encrypt(document, Field.RESIDENT_ID.cipherColumn(), number));
        columns.put("resident_id_digest", digests.of("resident-id", id.value()));
        columns.put("birth_date", id.birthDate());
        columns.put("sex", id.sex());
        columns.put("document_kind", document.length() > RESIDENT_ID_LENGTH ? "2" : "1");
    }

    /** A value as a column, and the rules, have it. */
    static Object typed(Field field, String value) {
        return switch (field.kind()) {
            case YES_NO -> Boolean.valueOf(value);
            case DAY -> LocalDate.parse(value);
            case MONEY, DECIMAL -> new BigDecimal(value);
            case COUNT -> Integer.valueOf(value);
            default -> value;
        };
    }

    private static String text(JsonNode value) throws ValueNotValid {
        if (!value.isString() || value.asString().isBlank()) {
            throw new ValueNotValid("value.text");
        }
        return value.asString().strip();
    }

    private static String shortEnough(String text, int longest) throws ValueNotValid {
        if (text.length() > longest) {
            throw new ValueNotValid("value.too-long", Integer.toString(longest));
        }
        return text;
    }

    private String code(Field field, String code, LocalDate today) throws ValueNotValid {
        var list = Objects.requireNonNull(field.codeList());
        if (!lists.has(list, code, today)) {
            throw new ValueNotValid("value.code", list.id());
        }
        return code;
    }

    private String codes(Field field, JsonNode value, LocalDate today) throws ValueNotValid {
        var wanted = new ArrayList<String>();
        if (value.isArray()) {
            for (var element : value) {
                wanted.add(text(element));
            }
        } else {
            wanted.addAll(List.of(text(value).split(",")));
        }
        var codes = new TreeSet<String>();
        for (var code : wanted) {
            codes.add(code(field, code, today));
        }
        if (codes.isEmpty()) {
            throw new ValueNotValid("value.code", Objects.requireNonNull(field.codeList()).id());
        }
        return String.join(",", codes);
    }

    private static String yesNo(JsonNode value) throws ValueNotValid {
        if (!value.isBoolean()) {
            throw new ValueNotValid("value.yes-no");
        }
        return Boolean.toString(value.asBoolean());
    }

    private static String day(String text, LocalDate today) throws ValueNotValid {
        try {
            var day = LocalDate.parse(text);
            if (day.isAfter(today) || day.getYear() < 1900) {
                throw new ValueNotValid("value.day");
            }
            return day.toString();
        } catch (DateTimeException e) {
            throw new ValueNotValid("value.day");
        }
    }

    private static String amount(JsonNode value, int least, int most) throws ValueNotValid {
        try {
            var amount = value.isNumber() ? value.decimalValue() : new BigDecimal(text(value));
            if (amount.compareTo(BigDecimal.valueOf(most)) > 0 || amount.compareTo(BigDecimal.valueOf(least)) < 0) {
                throw new ValueNotValid("value.money");
            }
            return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ValueNotValid("value.money");
        }
    }

    private static String count(JsonNode value, int most) throws ValueNotValid {
        if (!value.isIntegralNumber() || value.asInt() < 0 || value.asInt() > most) {
            throw new ValueNotValid("value.count", Integer.toString(most));
        }
        return Integer.toString(value.asInt());
    }

    private static String phone(String number) throws ValueNotValid {
        if (!Phone.valid(number)) {
            throw new ValueNotValid("value.phone");
        }
        return number;
    }

    private static String document(String number, LocalDate today) throws ValueNotValid {
        if (number.length() > RESIDENT_ID_LENGTH) {
            if (DisabilityNumber.flaw(number, today).isPresent()) {
                throw new ValueNotValid("value.disability-number");
            }
            return number;
        }
        var flaw = ResidentId.flaw(number, today);
        if (flaw.isPresent()) {
            var expected = flaw.get().kind() == ResidentId.Kind.CHECK_DIGIT ? flaw.get().expected() : null;
            throw expected == null
                    ? new ValueNotValid("value.resident-id")
                    : new ValueNotValid("value.check-digit", expected);
        }
        return number;
    }

    /** A value that its field cannot have: the message of the problem and what would be right. */
    static final class ValueNotValid extends Exception {

        private final String message;
        private final List<String> arguments;

        ValueNotValid(String message, String... arguments) {
            this.message = message;
            this.arguments = List.of(arguments);
        }

        String message() {
            return message;
        }

        List<String> arguments() {
            return arguments;
        }
    }
}
