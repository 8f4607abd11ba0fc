/** Children of the launcher: started, watched, started again, and always ended. */
@NullMarked
package org.jingzhun.standalone.process;

import org.jspecify.annotations.NullMarked;
