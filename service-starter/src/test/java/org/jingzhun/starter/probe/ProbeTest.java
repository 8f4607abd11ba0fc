package org.jingzhun.starter.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/** A test against the probe, which starts once for all of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Probe.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.web.max-body=10KB", "jingzhun.web.max-upload=1MB", "jingzhun.page.cursor-key=only-for-this-test",
        "jingzhun.identity.jwks-url=http://127.0.0.1:9/never-asked", "spring.threads.virtual.enabled=true"})
public @interface ProbeTest {
}
