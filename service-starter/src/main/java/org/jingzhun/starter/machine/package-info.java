/**
 * Machine lets this service call others in its own name 【服务账号】: an access token of its service account, fetched when it is needed and used until
 * shortly before it expires. For what is asked on behalf of a user, the user's own token is relayed instead.
 */
@NullMarked
package org.jingzhun.starter.machine;

import org.jspecify.annotations.NullMarked;
