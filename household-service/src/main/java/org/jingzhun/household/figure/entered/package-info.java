/** What officers enter beside the register: rural populations as denominators, batches of exits as they were reported, annual tasks. */
@NullMarked
package org.jingzhun.household.figure.entered;

import org.jspecify.annotations.NullMarked;
