package org.jingzhun.starter.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be, and how a service ends.
 *
 * @param maxBody of an ordinary request
 * @param maxUpload of raw content (application/octet-stream)
 * @param leaveFor how long it goes on answering after it was told to end, so that whoever asks can turn to another instance
 */
@ConfigurationProperties("jingzhun.web")
public record WebSettings(@DefaultValue("1MB") DataSize maxBody, @DefaultValue("200MB") DataSize maxUpload,
        @DefaultValue("0s") Duration leaveFor) {}
