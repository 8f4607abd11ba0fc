package org.jingzhun.identity.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jingzhun.starter.rotation.EncryptedColumn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Gives the keys to whoever signs and to whoever publishes. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (selector, context) -> selector.select(new JWKSet(keys.published().stream().<JWK>map(SigningKey::key).toList()));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> publishedKeys) {
        var encoder = new NimbusJwtEncoder(publishedKeys);
        encoder.setJwkSelector(fitting -> fitting.getFirst()); // the order says which one signs
        return encoder;
    }

    /** So that a rotation of the key of encrypted fields finds them. */
    @Bean
    EncryptedColumn privateKeys() {
        return EncryptedColumn.of("signing_key", "number", "private_key", SigningKeys.COLUMN, "cast(t.number as char)");
    }
}
