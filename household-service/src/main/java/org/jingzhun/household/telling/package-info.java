/**
 * Telling 【对外事实】: what other departments may know of households and persons, told as facts in the transaction of every change and of every chunk
 * of an import.
 *
 * <p>Whoever changes the register names the households that he touched; {@link org.jingzhun.household.telling.Telling} looks at what could be said
 * of them, and of all who ever lived there, and tells what differs from what was said last. Numbers, codes and days only: no name, no ID, no
 * phone, no birth date, nothing of health, no causes. Who holds the key of the suite recognises a person by its match key 【比对键】
 * ({@link org.jingzhun.household.telling.PersonKeys}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.jingzhun.household.telling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
