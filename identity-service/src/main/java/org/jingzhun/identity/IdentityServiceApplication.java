package org.jingzhun.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;

/** The OpenID Connect provider of the suite. */
@SpringBootApplication(exclude = OAuth2AuthorizationServerJwtAutoConfiguration.class) // its decoder looks at neither issuer nor audience
@ConfigurationPropertiesScan
public class IdentityServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IdentityServiceApplication.class, arguments);
    }
}
