package org.jingzhun.household.correction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.codelist.CodeLists;
import org.jingzhun.household.person.DisabilityNumber;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a field holds. Inside a correction every value is one text, by which old and new are compared and kept; a kind reads it from a
 * request and from a column, and gives it to a column.
 */
sealed interface ValueKind {

    /** What a request says, as one text. */
    String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid;

    /** What a column holds, as one text; null where it is empty. */
    default @Nullable String stored(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    /** What goes into the column. */
    default Object column(String text) {
        return text;
    }

    /** A value that is no value of this kind: the message of the problem and what would be right. */
    final class ValueNotValid extends Exception {

        private final String message;
        private final List<String> arguments;

        ValueNotValid(String message, String... arguments) {
            super(message);
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

    private static String text(JsonNode value) throws ValueNotValid {
        if (!value.isString() || value.asString().isBlank()) {
            throw new ValueNotValid("value.text");
        }
        return value.asString().strip();
    }

    /** Free text of a length. */
    record Text(int longest) implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            var text = text(value);
            if (text.length() > longest) {
                throw new ValueNotValid("value.too-long", Integer.toString(longest));
            }
            return text;
        }
    }

    /** A code of a list. */
    record Coded(CodeList list) implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            var code = text(value);
            if (!lists.has(list, code, today)) {
                throw new ValueNotValid("value.code", list.id());
            }
            return code;
        }
    }

    /** Codes of a list, as an array or joined by commas. */
    record Codes(CodeList list) implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            var wanted = new ArrayList<String>();
            if (value.isArray()) {
                for (var element : value) {
                    wanted.add(text(element));
                }
            } else {
                wanted.addAll(List.of(text(value).split(",")));
            }
            var codes = new TreeSet<>(wanted);
            if (codes.isEmpty() || codes.stream().anyMatch(code -> !lists.has(list, code, today))) {
                throw new ValueNotValid("value.code", list.id());
            }
            return String.join(",", codes);
        }
    }

    /** True or false. */
    record YesNo() implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            if (!value.isBoolean()) {
                throw new ValueNotValid("value.yes-no");
            }
            return Boolean.toString(value.asBoolean());
        }

        @Override
        public @Nullable String stored(ResultSet row, String column) throws SQLException {
            var value = row.getBoolean(column);
            return row.wasNull() ? null : Boolean.toString(value);
        }

        @Override
        public Object column(String text) {
            return Boolean.valueOf(text);
        }
    }

    /** A day until today. */
    record Day() implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            try {
                var day = LocalDate.parse(text(value));
                if (day.isAfter(today) || day.getYear() < 1900) {
                    throw new ValueNotValid("value.day");
                }
                return day.toString();
            } catch (DateTimeException e) {
                throw new ValueNotValid("value.day");
            }
        }

        @Override
        public Object column(String text) {
            return LocalDate.parse(text);
        }
    }

    /** Yuan with two places, as a number or as its text. */
    record Money() implements ValueKind {

        private static final BigDecimal MOST = new BigDecimal("10000000");

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            try {
                var amount = value.isNumber() ? value.decimalValue() : new BigDecimal(text(value));
                if (amount.abs().compareTo(MOST) > 0) {
                    throw new ValueNotValid("value.money");
                }
                return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
            } catch (ArithmeticException | NumberFormatException e) {
                throw new ValueNotValid("value.money");
            }
        }

        @Override
        public Object column(String text) {
            return new BigDecimal(text);
        }
    }

    /** A whole number from 0. */
    record Count(int most) implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            if (!value.isIntegralNumber() || value.asInt() < 0 || value.asInt() > most) {
                throw new ValueNotValid("value.count", Integer.toString(most));
            }
            return Integer.toString(value.asInt());
        }

        @Override
        public Object column(String text) {
            return Integer.valueOf(text);
        }
    }

    /** A phone number. */
    record PhoneNumber() implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            var number = text(value);
            if (!Phone.valid(number)) {
                throw new ValueNotValid("value.phone");
            }
            return number;
        }
    }

    /** A resident ID, or the number of a disability certificate, which starts with one. */
    record Document() implements ValueKind {

        @Override
        public String read(JsonNode value, CodeLists lists, LocalDate today) throws ValueNotValid {
            var number = text(value).toUpperCase(Locale.ROOT);
            if (number.length() > 18) {
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
    }
}
