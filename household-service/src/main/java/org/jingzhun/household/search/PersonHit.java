package org.jingzhun.household.search;

import java.time.LocalDate;

/** A person found, and where he lives. */
record PersonHit(String person, String name, String sex, LocalDate birthDate, String residentId, String relation,
        String household,
        String village, String villageName) {}
