package org.jingzhun.starter.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be.
 *
 * @param maxBody of an ordinary request
 * @param maxUpload of raw content (application/octet-stream)
 */
@ConfigurationProperties("jingzhun.web")
public record WebSettings(@DefaultValue("1MB") DataSize maxBody, @DefaultValue("200MB") DataSize maxUpload) {}
