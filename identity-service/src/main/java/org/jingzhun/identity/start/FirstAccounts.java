package org.jingzhun.identity.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jingzhun.identity.account.Founding;
import org.jingzhun.identity.password.PasswordRefused;
import org.jingzhun.starter.access.Grant;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the first administrator, and in a demonstration the accounts to try it with; what is there already stays as it is. */
@Component
class FirstAccounts implements ApplicationRunner {

    static final String ADMIN = "admin";

    /** Whose service it is. */
    private static final Map<String, String> DEPARTMENTS = Map.of("household", "rural-affairs", "industry", "industry",
            "relocation", "relocation", "finance", "finance", "supervision", "discipline");

    private final StartSettings settings;
    private final Founding founding;

    FirstAccounts(StartSettings settings, Founding founding) {
        this.settings = settings;
        this.founding = founding;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!founding.exists(ADMIN)) {
            var password = settings.demo() && settings.adminPassword().isEmpty()
                    ? settings.demoPassword()
                    : settings.adminPassword();
            require(!password.isEmpty(),
                    "IDENTITY_ADMIN_PASSWORD must be set: there is no administrator yet, and none has a default password.");
            person("IDENTITY_ADMIN_PASSWORD", new Person(ADMIN, "系统管理员", "system-administrator", "information", ""), password);
        }
        settings.feedSecrets().forEach(this::neighbour);
        if (settings.demo()) {
            demo();
        }
    }

    /** The account by which one service reads the facts of another. */
    private void neighbour(String service, String secret) {
        if (secret.isEmpty()) {
            return;
        }
        require(secret.length() >= 16,
                "%s_CLIENT_SECRET must have at least 16 characters.".formatted(service.toUpperCase(Locale.ROOT)));
        founding.service(service, service, secret,
                List.of(new Grant("feed-reader", DEPARTMENTS.getOrDefault(service, "information"), settings.feedArea())));
    }

    private void demo() {
        require(!settings.demoPassword().isEmpty(), "DEMO_PASSWORD must be set for a demonstration.");
        require(settings.demoImporterSecret().length() >= 16,
                "DEMO_IMPORTER_SECRET must be set for a demonstration, at least 16 characters.");
        for (var person : people()) {
            person("DEMO_PASSWORD", person, settings.demoPassword());
        }
        founding.service("demo-importer", "演示数据导入", settings.demoImporterSecret(),
                List.of(new Grant("county-officer", "rural-affairs", "451481")));
    }

    /** All of Pingxiang 凭祥市 451481 but for its prefecture Chongzuo 崇左市, a neighbouring township and Longzhou 龙州县. */
    private static List<Person> people() {
        var people = new ArrayList<Person>();
        people.add(new Person("county", "演示·县级干部", "county-officer", "rural-affairs", "451481"));
        people.add(new Person("county2", "演示·县级复核", "county-officer", "rural-affairs", "451481"));
        people.add(new Person("town", "演示·乡镇干部", "township-officer", "rural-affairs", "451481101"));
        people.add(new Person("neighbour", "演示·邻镇干部", "township-officer", "rural-affairs", "451481100"));
        people.add(new Person("village", "演示·村级信息员", "village-clerk", "rural-affairs", "451481101201"));
        people.add(new Person("city", "演示·市级干部", "city-officer", "rural-affairs", "4514"));
        people.add(new Person("longzhou", "演示·龙州县干部", "county-officer", "rural-affairs", "451423"));
        people.add(new Person("discipline", "演示·纪检干部", "discipline-officer", "discipline", "451481"));
        people.add(new Person("industry-officer", "演示·产业干部", "department-officer", "industry", "451481"));
        people.add(new Person("relocation-officer", "演示·搬迁干部", "relocation-officer", "relocation", "451481"));
        people.add(new Person("finance-officer", "演示·财政干部", "finance-officer", "finance", "451481"));
        return people;
    }

    private void person(String setting, Person person, String password) {
        try {
            founding.person(person.login(), person.name(), password, List.of(person.grant()));
        } catch (PasswordRefused refusal) {
            throw new NotReadyToStart("%s is refused as the password of %s: %s (at least %d characters)."
                    .formatted(setting, person.login(), refusal.broken(), refusal.minLength()));
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new NotReadyToStart(sentence);
        }
    }

    private record Person(String login, String name, String role, String department, String area) {

        Grant grant() {
            return new Grant(role, department, area);
        }
    }
}
