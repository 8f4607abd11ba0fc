/** Lists page by page: by a signed mark of the last row, never by counting rows. */
@NullMarked
package org.jingzhun.starter.page;

import org.jspecify.annotations.NullMarked;
