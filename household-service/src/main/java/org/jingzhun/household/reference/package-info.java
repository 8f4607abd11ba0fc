/**
 * Reference data that come with the release as CSV files: loaded by repeatable migrations, kept in memory by every instance.
 */
@NullMarked
package org.jingzhun.household.reference;

import org.jspecify.annotations.NullMarked;
