/**
 * Emergency grants 【紧急授权】, "break the glass": an officer opens a neighbouring area to himself for a few hours, in his own role and for a
 * stated reason, and the county that was opened sees it and reviews it.
 *
 * <p>Taking one ends no session: the next access token has it. Whatever ends the sessions of an account ends its emergency grants.
 */
@NullMarked
package org.jingzhun.identity.emergency;

import org.jspecify.annotations.NullMarked;
