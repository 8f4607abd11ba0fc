/** {@code ./backup} and {@code ./restore}: the database at one moment, its keys apart from it, and the way back. */
@NullMarked
package org.jingzhun.standalone.backup;

import org.jspecify.annotations.NullMarked;
