/** What reads, changes, imports, exports and checks of a running register cost, asked for as an integrator asks: by HTTP with a token. */
@NullMarked
package org.jingzhun.bench.register;

import org.jspecify.annotations.NullMarked;
