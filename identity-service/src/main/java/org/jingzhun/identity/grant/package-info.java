/**
 * Which grants there can be 【授权】: the roles, the departments, and which roles exclude each other. All three are tables under docs/.
 */
@NullMarked
package org.jingzhun.identity.grant;

import org.jspecify.annotations.NullMarked;
