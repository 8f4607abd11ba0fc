package org.jingzhun.supervision.reported;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a service told last of one of its records.
 *
 * @param source name of the service
 * @param kind of the record, as its service calls it
 * @param id its number there
 * @param version of the record when this was told
 * @param happened what happened to it then
 * @param division where it lies
 * @param alsoDivision a second area that it concerns
 * @param state its public state; null once it lies outside what may be read
 */
record Reported(String source, String kind, String id, long version, String happened, String division,
        @Nullable String alsoDivision, @Nullable LocalDate effectiveOn, @Nullable Instant recordedAt, @Nullable JsonNode state) {}
