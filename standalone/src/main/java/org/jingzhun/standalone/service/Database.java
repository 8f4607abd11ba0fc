package org.jingzhun.standalone.service;

/** How a service reaches its schema: on a server that is there already, or on the embedded one. */
public record Database(String url, String user, String password, String migrationUser, String migrationPassword) {}
