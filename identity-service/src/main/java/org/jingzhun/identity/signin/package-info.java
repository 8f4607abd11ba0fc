/**
 * How a person signs in: the page in Chinese and English, the slowing down of failures, the change of a temporary password, and the
 * short cookie that carries him from the page into the authorization. No session is kept on the server, so that any instance can go on.
 */
@NullMarked
package org.jingzhun.identity.signin;

import org.jspecify.annotations.NullMarked;
