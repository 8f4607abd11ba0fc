package org.jingzhun.identity.account;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.identity.Browser;
import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the administrator of one county may do, and what not. */
@IdentityTest
class AdministrationTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String GIVEN = "given by somebody 1";

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;

    private String country;
    private String county;

    @BeforeEach
    void anAdministratorOfPingxiang() {
        country = suite.tokenOf("admin");
        var login = login();
        opened(country, login, "system-administrator/information/451481");
        county = suite.signIn(suite.browser(), login, ownPassword(login)).access();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(textBlock = """
            # grants of the new account,                                                   status, problem
            village-clerk/rural-affairs/451481101201,                                      201,    ''
            county-officer/rural-affairs/451481,                                           201,    ''
            county-officer/rural-affairs/451481 township-officer/rural-affairs/451481101,  201,    ''
            system-administrator/information/451481101,                                    201,    ''
            city-officer/rural-affairs/4514,                                               403,    area-not-yours
            county-officer/rural-affairs/451423,                                           403,    area-not-yours
            system-administrator/information/*,                                            403,    area-not-yours
            village-clerk/rural-affairs/451481101201 village-clerk/rural-affairs/451423100201, 403, area-not-yours
            emperor/rural-affairs/451481,                                                  422,    role-unknown
            county-officer/magic/451481,                                                   422,    department-unknown
            finance-officer/finance/451481 county-officer/rural-affairs/451481,            422,    roles-exclude
            system-administrator/information/451481 county-officer/rural-affairs/451481,   422,    roles-exclude
            feed-reader/discipline/451481,                                                 422,    role-not-for-kind
            county-officer/rural-affairs/45148,                                            400,    input-not-valid
            """)
    void anAdministratorGrantsOnlyWithinHisArea(String grants, int status, String problem) {
        var answer = suite.api("POST", "/accounts", county, newAccount(login(), grants));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # grants of the account that is administered,                                   status
            county-officer/rural-affairs/451481,                                            200
            village-clerk/rural-affairs/451481101201,                                       200
            township-officer/rural-affairs/451481101 township-officer/rural-affairs/451481100, 200
            county-officer/rural-affairs/451423,                                            404
            city-officer/rural-affairs/4514,                                                404
            system-administrator/information/*,                                             404
            county-officer/rural-affairs/451481 county-officer/rural-affairs/451423,        404
            """)
    void anAdministratorActsOnlyOnAccountsThatLieWhollyInHisArea(String grants, int status) {
        var account = opened(country, login(), grants);

        assertThat(suite.api("GET", "/accounts/" + account, county, "").status()).isEqualTo(status);
        assertThat(suite.api("PUT", "/accounts/" + account + "/lock", county, "").status()).isEqualTo(status);
        assertThat(suite.api("DELETE", "/accounts/" + account + "/lock", county, "").status()).isEqualTo(status);
        assertThat(suite.api("PUT", "/accounts/" + account + "/password", county, "{\"temporaryPassword\": \"another one 22\"}")
                .status())
                .isEqualTo(status == 200 ? 204 : status);
        assertThat(suite.api("PUT", "/accounts/" + account + "/grants", county,
                "{\"grants\": " + grants("village-clerk/rural-affairs/451481101201") + "}").status()).isEqualTo(status);
        assertThat(suite.api("GET", "/accounts?limit=500", county, "").body().contains(account)).isEqualTo(status == 200);
    }

    @Test
    void nobodyAdministersHimself() {
        var self = suite.api("GET", "/me", county, "").json().path("id").asString();

        assertThat(suite.api("PUT", "/accounts/" + self + "/lock", county, "").problem()).isEqualTo("own-account");
        assertThat(suite.api("PUT", "/accounts/" + self + "/grants", county,
                "{\"grants\": " + grants("system-administrator/information/451481101") + "}").problem()).isEqualTo("own-account");
    }

    @Test
    void anOfficerMayReadTheAccountsOfHisCountyAndChangeNone() {
        var officer = suite.tokenOf("county");
        var account = opened(country, login(), "village-clerk/rural-affairs/451481101201");

        assertThat(suite.api("GET", "/accounts/" + account, officer, "").status()).isEqualTo(200);
        assertThat(suite.api("PUT", "/accounts/" + account + "/lock", officer, "").status()).isEqualTo(403);
        assertThat(
                suite.api("POST", "/accounts", officer, newAccount(login(), "village-clerk/rural-affairs/451481101201")).status())
                .isEqualTo(403);
    }

    @Test
    void theListIsInPagesAndNarrowedByAnArea() {
        for (int i = 0; i < 3; i++) {
            opened(country, login(), "village-clerk/rural-affairs/451481103201");
        }

        var first = suite.api("GET", "/accounts?area=451481103&limit=2", county, "").json();
        var second = suite.api("GET", "/accounts?area=451481103&limit=2&after=" + first.path("next").asString(), county, "")
                .json();

        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.has("next")).isFalse();
        assertThat(suite.api("GET", "/accounts?area=451423", county, "").status()).isEqualTo(403);
    }

    @Test
    void theSameKeyOpensTheAccountOnce() {
        var body = newAccount(login(), "village-clerk/rural-affairs/451481101201");
        var key = Map.of("Idempotency-Key", "key-" + NUMBER.incrementAndGet());

        var first = suite.api("POST", "/accounts", county, body, key);
        var repeated = suite.api("POST", "/accounts", county, body, key);
        var other = suite.api("POST", "/accounts", county, newAccount(login(), "village-clerk/rural-affairs/451481101201"), key);

        assertThat(first.status()).isEqualTo(201).isEqualTo(repeated.status());
        assertThat(first.location()).isEqualTo(repeated.location()).startsWith("/api/identity/v1/accounts/");
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(suite.api("POST", "/accounts", county, body, Map.of()).problem()).isEqualTo("idempotency-key-missing");
        assertThat(suite.api("POST", "/accounts", county, body).problem()).isEqualTo("login-taken");
    }

    @Test
    void everyChangeIsAuditedInItsDivision() {
        var account = opened(country, login(), "village-clerk/rural-affairs/451481101201");
        suite.api("PUT", "/accounts/" + account + "/grants", county,
                "{\"grants\": " + grants("township-officer/rural-affairs/451481101") + "}");
        suite.api("PUT", "/accounts/" + account + "/lock", county, "");
        suite.api("DELETE", "/accounts/" + account + "/lock", county, "");
        suite.api("PUT", "/accounts/" + account + "/password", county, "{\"temporaryPassword\": \"another one 22\"}");

        assertThat(
                jdbc.sql("select concat(action, ' ', area) from audit_entry where subject = :id order by id").param("id", account)
                        .query(String.class).list())
                .containsExactly("account.opened 451481101201", "account.grants-changed 451481101000",
                        "account.locked 451481101000", "account.unlocked 451481101000", "account.password-given 451481101000");
        assertThat(jdbc.sql("select detail from audit_entry where subject = :id and action = 'account.grants-changed'")
                .param("id", account).query(String.class).single())
                .contains("village-clerk/rural-affairs/451481101201").contains("township-officer/rural-affairs/451481101");
    }

    @Test
    void theAuditIsReadByWhoReachesAllGrantsOfTheAccount() {
        var own = opened(country, login(), "village-clerk/rural-affairs/451481101201");
        var alsoElsewhere = opened(country, login(), "county-officer/rural-affairs/451481 county-officer/rural-affairs/451423");

        assertThat(audited(county, own)).containsExactly("account.opened");
        assertThat(audited(county, alsoElsewhere)).isEmpty();
        assertThat(audited(country, alsoElsewhere)).containsExactly("account.opened");
    }

    @Test
    void aTemporaryPasswordOpensNothingButItsChange() {
        var login = login();
        opened(country, login, "village-clerk/rural-affairs/451481101201");
        var browser = suite.browser();
        var verifier = "verifier-of-the-test-that-is-long-enough-to-be-one";

        var answer = browser.submit(Browser.location(browser.get(suite.authorization(verifier))),
                Map.of("login", login, "password", GIVEN));
        var page = Browser.location(answer);
        assertThat(page).startsWith("/login/password?");
        assertThat(Browser.location(browser.get(suite.authorization(verifier)))).startsWith("/login?");

        assertThat(browser.submit(page, Map.of("present", GIVEN, "wanted", "short", "repeated", "short")).body())
                .contains("至少需要 10 个字符");
        assertThat(browser.submit(page, Map.of("present", GIVEN, "wanted", GIVEN, "repeated", GIVEN)).body())
                .contains("不能与当前密码相同");
        assertThat(browser.submit(page, Map.of("present", "wrong", "wanted", "my own choice 5", "repeated", "my own choice 5"))
                .body())
                .contains("当前密码不正确");
        var changed = browser.submit(page, Map.of("present", GIVEN, "wanted", "my own choice 5", "repeated", "my own choice 5"));
        assertThat(suite.exchange(suite.code(browser, changed), verifier).access()).isNotEmpty();
    }

    @Test
    void refusalsAreInTheLanguageOfTheCaller() {
        var body = newAccount(login(), "emperor/rural-affairs/451481");

        var english = suite.api("POST", "/accounts", county, body, Map.of("Idempotency-Key", login(), "Accept-Language", "en"));
        var chinese = suite.api("POST", "/accounts", county, body, Map.of("Idempotency-Key", login()));

        assertThat(english.json().path("detail").asString()).startsWith("There is no role emperor. The roles are: ")
                .contains("village-clerk");
        assertThat(chinese.json().path("detail").asString()).startsWith("没有角色 emperor");
    }

    private List<String> audited(String reader, String account) {
        return suite.api("GET", "/audit-entries?subjectKind=account&subject=" + account, reader, "").json().path("items")
                .valueStream()
                .map(it -> it.path("action").asString()).toList();
    }

    private String opened(String by, String login, String grants) {
        var answer = suite.api("POST", "/accounts", by, newAccount(login, grants));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String ownPassword(String login) {
        var browser = suite.browser();
        var page = Browser.location(browser.submit("/login", Map.of("login", login, "password", GIVEN)));
        browser.submit(page, Map.of("present", GIVEN, "wanted", "my own choice 5", "repeated", "my own choice 5"));
        return "my own choice 5";
    }

    private static String login() {
        return "tester-" + NUMBER.incrementAndGet();
    }

    private static String newAccount(String login, String grants) {
        return "{\"login\": \"%s\", \"name\": \"张三\", \"temporaryPassword\": \"%s\", \"grants\": %s}".formatted(login, GIVEN,
                grants(grants));
    }

    /** "role/department/area role/department/area" as JSON; * is the whole country. */
    static String grants(String words) {
        var grants = new StringBuilder("[");
        for (var word : words.split(" ")) {
            var parts = word.split("/");
            grants.append(grants.length() > 1 ? "," : "").append("{\"role\": \"%s\", \"department\": \"%s\", \"area\": \"%s\"}"
                    .formatted(parts[0], parts[1], parts[2].replace("*", "")));
        }
        return grants.append("]").toString();
    }
}
