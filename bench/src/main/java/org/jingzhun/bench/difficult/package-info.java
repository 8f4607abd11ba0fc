/** Files that an import has to refuse with a clear sentence, or to read in spite of their looks. */
@NullMarked
package org.jingzhun.bench.difficult;

import org.jspecify.annotations.NullMarked;
