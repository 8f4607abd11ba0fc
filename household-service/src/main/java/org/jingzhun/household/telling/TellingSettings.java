package org.jingzhun.household.telling;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a register that is older than its facts is told.
 *
 * @param householdsAtOnce households that are told in one transaction
 */
@ConfigurationProperties("household.telling")
record TellingSettings(@DefaultValue("500") int householdsAtOnce) {}
