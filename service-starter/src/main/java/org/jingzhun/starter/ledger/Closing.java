package org.jingzhun.starter.ledger;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The end of a record, which stays readable.
 *
 * @param on the last day on which it counted; not later than today
 * @param reason why, in words; no personal data
 */
public record Closing(@NotNull LocalDate on, @NotBlank @Size(max = 200) String reason) {}
