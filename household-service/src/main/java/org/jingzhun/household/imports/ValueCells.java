package org.jingzhun.household.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.Phone;
import org.jspecify.annotations.Nullable;

/** Reads the value of a field by what kind of values it has. */
final class ValueCells {

    private final Cells cells;
    private final Codes codes;
    private final LocalDate today;

    ValueCells(Cells cells, Codes codes, LocalDate today) {
        this.cells = cells;
        this.codes = codes;
        this.today = today;
    }

    /** What the register would hold; null where the cell is empty or wrong. */
    @Nullable
    Object read(Field field, boolean required, LocalDate on) {
        return switch (field.kind()) {
            case TEXT -> text(field);
            case CODE, CODES -> code(field, required, on);
            case YES_NO -> yesNo(field, on);
            case DAY -> day(field);
            case MONEY -> money(field);
            case COUNT -> count(field);
            case DECIMAL -> decimal(field);
            case PHONE -> phone(field);
            case DOCUMENT -> throw new IllegalArgumentException("documents are read by their own rules");
        };
    }

    private @Nullable String text(Field field) {
        var text = cells.narrow(field);
        if (text.length() > field.most()) {
            cells.refuse("text-too-long", field, Integer.toString(field.most()));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private @Nullable String code(Field field, boolean required, LocalDate on) {
        var list = field.codeList();
        var written = cells.tight(field);
        if (list == null || (written.isEmpty() && !required)) {
            return null;
        }
        var code = written.isEmpty() ? null : codes.code(list, written, on);
        if (code == null) {
            refuseCode(field, list, on);
        } else if (field == Field.HEALTH && code.startsWith("1,")) {
            cells.refuse("health-contradictory", field);
        }
        return code;
    }

    private void refuseCode(Field field, CodeList list, LocalDate on) {
        if (!cells.isDoubtful(field)) {
            switch (list) {
                case RELATION, ETHNICITY, EDUCATION, SCHOOL_STATUS, HEALTH, LABOUR, WORK_PLACE, CAUSE, POOR_KIND, EXIT_STATE,
                        HOUSEHOLD_TYPE, MONITORED_KIND ->
                    cells.refuse(list.id() + "-unknown", field);
                default -> cells.refuse("code-unknown", field, codes.names(list, on));
            }
        }
    }

    private @Nullable Boolean yesNo(Field field, LocalDate on) {
        var written = cells.tight(field);
        if (written.isEmpty()) {
            return null;
        }
        var code = codes.code(CodeList.YES_NO, written, on);
        if (code == null) {
            cells.refuse("yes-no-unknown", field);
            return null;
        }
        return code.equals("1");
    }

    @Nullable
    LocalDate day(Field field) {
        var written = cells.narrow(field);
        if (written.isEmpty()) {
            return null;
        }
        var day = Dates.parse(written, cells.isFrom1904());
        if (day == null) {
            cells.refuse("date-not-a-date", field);
        } else if (day.isAfter(today) && field != Field.WORK_ENDED_ON) {
            cells.refuse("date-in-future", field);
            return null;
        }
        return day;
    }

    @Nullable
    Integer count(Field field) {
        var written = cells.tight(field);
        if (written.isEmpty()) {
            return null;
        }
        var months = field == Field.WORK_MONTHS || field == Field.PUBLIC_POST_MONTHS;
        try {
            var number = written.length() < 6 && written.indexOf('.') < 0
                    ? Integer.parseInt(written)
                    : new BigDecimal(written).intValueExact();
            if (number >= 0 && number <= field.most()) {
                return number;
            }
            var most = Integer.toString(field.most());
            if (months) {
                cells.refuse("months-out-of-range", field, most);
            } else {
                cells.refuse("number-out-of-range", field, "0", most);
            }
        } catch (ArithmeticException | NumberFormatException e) {
            cells.refuse(months ? "months-not-a-number" : "count-not-a-number", field);
        }
        return null;
    }

    private @Nullable BigDecimal money(Field field) {
        var number = number(field, "income-not-a-number");
        if (number == null) {
            return null;
        }
        if (number.abs().compareTo(BigDecimal.valueOf(field.most())) < 0) {
            return number.setScale(2, RoundingMode.HALF_UP);
        }
        cells.refuse("income-out-of-range", field);
        return null;
    }

    private @Nullable BigDecimal decimal(Field field) {
        var number = number(field, "number-expected");
        if (number == null) {
            return null;
        }
        if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(field.most())) <= 0) {
            return number.setScale(2, RoundingMode.HALF_UP);
        }
        cells.refuse("number-out-of-range", field, "0", Integer.toString(field.most()));
        return null;
    }

    private @Nullable BigDecimal number(Field field, String refusal) {
        var written = cells.tight(field).replace(",", "");
        if (written.isEmpty()) {
            return null;
        }
        try {
            var number = new BigDecimal(written);
            return Cells.isReasonable(number) ? number : BigDecimal.valueOf(Long.MAX_VALUE);
        } catch (NumberFormatException e) {
            cells.refuse(refusal, field);
            return null;
        }
    }

    private @Nullable String phone(Field field) {
        var written = cells.tight(field);
        if (written.isEmpty()) {
            return null;
        }
        var number = cells.isNumber(field) ? Cells.plainNumber(written) : written;
        if (Phone.valid(number)) {
            return number;
        }
        var joined = number.replace("-", "");
        if (Phone.valid(joined)) {
            return joined;
        }
        cells.refuse("phone-not-11-digits", field);
        return null;
    }
}
