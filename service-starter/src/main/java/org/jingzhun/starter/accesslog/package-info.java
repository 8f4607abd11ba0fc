/**
 * The access log keeps who opened what: dossiers, searches, exports, printed papers 【查阅日志】. What was changed is the audit's.
 *
 * <p>Entries hold numbers and areas, never personal data. The application's account can append to it and read it, but not change it.
 */
@NullMarked
package org.jingzhun.starter.accesslog;

import org.jspecify.annotations.NullMarked;
