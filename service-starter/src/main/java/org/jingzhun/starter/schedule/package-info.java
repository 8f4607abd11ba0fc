/**
 * Schedule sets db-scheduler up alike in all services: jobs live in the table {@code scheduled_tasks}, any instance picks them up, and
 * one that was killed loses its jobs to the others within half a minute, or to its own restart at once.
 */
@NullMarked
package org.jingzhun.starter.schedule;

import org.jspecify.annotations.NullMarked;
