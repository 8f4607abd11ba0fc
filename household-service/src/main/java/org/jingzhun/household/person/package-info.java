/**
 * Values that identify a person: resident ID and disability number, and how a phone is shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.household.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
