package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.person.DisabilityNumber;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;

/** Reads names and documents, of a row's person and of the head, and checks what follows from a document against it. */
final class DocumentCells {

    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+(\\.[0-9]+)?[eE][+]?[0-9]+");
    private static final Pattern NO_NAME = Pattern.compile("[0-9=+@<>\"|;{}\\\\]|\\p{Cntrl}");

    private final Cells cells;
    private final Codes codes;
    private final boolean persons;

    DocumentCells(Cells cells, Codes codes) {
        this.cells = cells;
        this.codes = codes;
        this.persons = !cells.layout().template().isOfHouseholds();
    }

    void read(StagedRow staged, LocalDate on) {
        if (persons) {
            staged.put(Field.NAME, name(Field.NAME, true));
            staged.document = document(Field.RESIDENT_ID, true, on);
            follow(staged, on);
        }
        if (cells.layout().has(Field.HEAD_NAME)) {
            staged.headName = name(Field.HEAD_NAME, false);
        }
        if (cells.layout().has(Field.HEAD_RESIDENT_ID)) {
            staged.headDocument = document(Field.HEAD_RESIDENT_ID, false, on);
        }
    }

    private @Nullable String name(Field field, boolean required) {
        var name = cells.tight(field);
        if (name.isEmpty()) {
            if (required) {
                cells.refuse("name-missing", field);
            }
        } else if (name.length() > 60) {
            cells.refuse("name-too-long", field, "60");
        } else if (NO_NAME.matcher(name).find()) {
            cells.refuse("name-wrong", field);
        } else {
            return name;
        }
        return null;
    }

    /** GB 11643; never changed silently, not even where the right one is known. */
    private @Nullable String document(Field field, boolean required, LocalDate on) {
        var written = cells.tight(field).toUpperCase(Locale.ROOT);
        if (written.isEmpty() && !cells.isFormula(field)) {
            if (required) {
                cells.refuse("id-missing", field);
            }
        } else if (cells.isFormula(field) || written.startsWith("=")) {
            cells.refuse("id-formula", field);
        } else if ((cells.isNumber(field) && Cells.plainNumber(written).length() >= 15)
                || SCIENTIFIC.matcher(written).matches()) {
            cells.refuse("id-scientific-notation", field);
        } else {
            return isRight(field, written, on) ? written : null;
        }
        return null;
    }

    private boolean isRight(Field field, String written, LocalDate on) {
        if (!isCertificate(written)) {
            var flaw = ResidentId.flaw(written, on);
            flaw.ifPresent(it -> refuse(field, it, on));
            return flaw.isEmpty();
        }
        var flaw = DisabilityNumber.flaw(written, on);
        if (flaw.isEmpty()) {
            return true;
        }
        var inner = flaw.get().residentId();
        if (inner == null) {
            cells.refuse("id-disability-number", field);
        } else {
            refuse(field, inner, on);
        }
        return false;
    }

    private void refuse(Field field, ResidentId.Flaw flaw, LocalDate on) {
        switch (flaw.kind()) {
            case LENGTH -> cells.refuse("id-length", field);
            case CHARACTERS -> cells.refuse("id-characters", field);
            case FIFTEEN_DIGITS -> cells.refuse("id-15-digits", field, ResidentId.mask(String.valueOf(flaw.expected())));
            case PLACEHOLDER -> cells.refuse("id-placeholder", field);
            case BIRTH_DATE -> cells.refuse("id-birth-date", field);
            case TOO_OLD -> cells.refuse("id-birth-too-old", field);
            case FUTURE -> cells.refuse("birth-in-future", field, on.toString());
            case CHECK_DIGIT -> cells.refuse("id-check-digit", field, String.valueOf(flaw.expected()));
        }
    }

    /** Sex, birth date and kind are those of the document; where the list has them as well, they must agree. */
    private void follow(StagedRow staged, LocalDate on) {
        var document = staged.document;
        if (document == null) {
            return;
        }
        var id = new ResidentId(document.substring(0, 18));
        staged.put(Field.SEX, id.sex());
        staged.put(Field.BIRTH_DATE, id.birthDate());
        staged.put(Field.DOCUMENT_KIND, isCertificate(document) ? "2" : "1");
        agree(Field.SEX, CodeList.SEX, id.sex(), "sex-contradicts-id", on);
        agree(Field.DOCUMENT_KIND, CodeList.DOCUMENT_KIND, isCertificate(document) ? "2" : "1", "document-kind-contradicts-id",
                on);
        var born = cells.narrow(Field.BIRTH_DATE);
        if (!born.isEmpty() && !id.birthDate().equals(Dates.parse(born, cells.isFrom1904()))) {
            cells.refuse("birth-date-contradicts-id", Field.BIRTH_DATE);
        }
    }

    private void agree(Field field, CodeList list, String expected, String refusal, LocalDate on) {
        var written = cells.tight(field);
        if (!written.isEmpty() && !expected.equals(codes.code(list, written, on))) {
            cells.refuse(refusal, field);
        }
    }

    private static boolean isCertificate(String document) {
        return document.length() == 20 || document.length() == 22;
    }
}
