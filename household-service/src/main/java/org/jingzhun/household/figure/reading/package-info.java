/** Answers figures, the records that they open to, and why the stock of the poor has grown or shrunk. */
@NullMarked
package org.jingzhun.household.figure.reading;

import org.jspecify.annotations.NullMarked;
