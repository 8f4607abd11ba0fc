package org.jingzhun.starter.database;

import org.jingzhun.test.server.EmbeddedMariaDb;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The least that a service with a database is: the starter's parts are tested as services have them. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(EmbeddedMariaDb.class)
public class ServiceWithDatabase {}
