/** What measures and feeds the suite from outside: its command line chooses between making data and making trouble. */
@NullMarked
package org.jingzhun.bench;

import org.jspecify.annotations.NullMarked;
