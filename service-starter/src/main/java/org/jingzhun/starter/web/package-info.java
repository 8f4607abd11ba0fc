/** What every request and answer has: an identifier, a bounded body, JSON as agreed, versions as entity tags; and the time. */
@NullMarked
package org.jingzhun.starter.web;

import org.jspecify.annotations.NullMarked;
