package org.jingzhun.starter.database;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what.
 *
 * @param appendOnly tables, besides those of the audit, that the application's account may read and append to, but not change
 * @param applicationHost host part of the application's account; the same as that of the migration account if not given
 */
@ConfigurationProperties("jingzhun.database")
record DatabaseSettings(@DefaultValue List<String> appendOnly, @Nullable String applicationHost) {}
