package org.jingzhun.household.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jingzhun.household.rules.Finding;
import org.jspecify.annotations.Nullable;

/** One row of a file as codes and dates: what could be read of it, and what is wrong. A plain holder, filled by {@link RowReader}. */
final class StagedRow {

    final int rowNumber;
    int householdSeq;
    List<Finding> findings = List.of();

    @Nullable
    String householdNumber;
    @Nullable
    String personNumber;
    @Nullable
    String name;
    @Nullable
    String sex;
    @Nullable
    LocalDate birthDate;
    @Nullable
    String documentKind;
    @Nullable
    String document;
    @Nullable
    String phone;
    @Nullable
    String ethnicity;
    @Nullable
    String education;
    @Nullable
    String schoolStatus;
    @Nullable
    String health;
    @Nullable
    String labour;
    @Nullable
    String workPlace;
    @Nullable
    Integer workMonths;
    @Nullable
    Boolean seriousIllnessInsurance;
    @Nullable
    LocalDate identifiedOn;
    @Nullable
    String relation;

    @Nullable
    String village;
    @Nullable
    String hamlet;
    @Nullable
    Integer members;
    @Nullable
    String type;
    @Nullable
    String poorKind;
    @Nullable
    String exitState;
    @Nullable
    String mainCause;
    @Nullable
    String householdPhone;
    @Nullable
    Boolean dangerousHouse;
    @Nullable
    Boolean safeWater;
    @Nullable
    Boolean waterDifficulty;
    @Nullable
    BigDecimal incomePerHead;
    @Nullable
    String monitoredKind;
    @Nullable
    LocalDate firstIdentifiedOn;
    @Nullable
    LocalDate riskIdentifiedOn;
    @Nullable
    Boolean riskEliminated;
    @Nullable
    LocalDate riskEliminatedOn;
    @Nullable
    LocalDate dataDate;

    StagedRow(int rowNumber) {
        this.rowNumber = rowNumber;
    }

    boolean isRefused() {
        return !findings.isEmpty();
    }

    /** The resident ID that the document number starts with. */
    @Nullable
    String residentId() {
        return document == null ? null : document.substring(0, 18);
    }
}
