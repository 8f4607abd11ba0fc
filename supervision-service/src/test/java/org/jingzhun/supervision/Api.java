package org.jingzhun.supervision;

import org.jingzhun.test.service.ServiceApi;
import org.jingzhun.test.token.TestToken;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The service as its users call it. */
@TestComponent
public class Api extends ServiceApi {

    public static final TestToken PINGXIANG = TestToken.person("discipline").grant("discipline-officer", "discipline", "451481");
    public static final TestToken LONGZHOU = TestToken.person("longzhou").grant("discipline-officer", "discipline", "451423");
    public static final TestToken INSPECTOR = TestToken.person("inspector").grant("inspector", "government", "");
    public static final TestToken COUNTRY = TestToken.person("administrator").grant("system-administrator", "information", "");

    Api(Environment environment) {
        super(environment, "/api/supervision/v1");
    }
}
