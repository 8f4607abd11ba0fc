package org.jingzhun.household.savedfilter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jingzhun.household.register.HouseholdFilter;

/**
 * A filter under a name.
 *
 * @param area where it is meant for; if it is shared, all who see something of that area find it
 * @param own whether it belongs to the caller, who alone changes it
 */
record SavedFilter(@JsonIgnore long id, String number, String name, String area, boolean shared, boolean own,
        HouseholdFilter filter, @JsonIgnore int version) {}
