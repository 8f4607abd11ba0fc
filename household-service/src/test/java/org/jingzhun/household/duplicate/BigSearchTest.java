package org.jingzhun.household.duplicate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ten thousand persons of one county, some of them entered twice; and a search that is killed on its way. */
@HouseholdServiceTest
class BigSearchTest {

    private static final TestToken LEYE = TestToken.person("leye").grant("county-officer", "rural-affairs", "451028");
    private static final int HOUSEHOLDS = 2_500;
    private static final int TWICE = 100;
    private static final String FAMILY_NAMES = "韦黄覃陆农李梁罗莫周吴陈王张蒙";
    private static final String GIVEN_NAMES = "建国志强秀英桂花小明大山红霞海燕文军丽萍春生福林玉兰金凤";
    private static final LocalDate FIRST_BORN = LocalDate.of(1940, 1, 1);

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JdbcTemplate template;
    @Autowired
    FieldCipher cipher;
    @Autowired
    Digests digests;
    @Autowired
    Transactions transactions;
    @Autowired
    SearchJobs jobs;
    @Autowired
    DuplicateSearch search;

    @Test
    void whoeverWasEnteredTwiceIsFoundAndAKilledSearchFindsTheSame() {
        givens.forgetAll();
        transactions.inOne(this::tenThousandPersons);
        var job = new Searches(api).run(LEYE, "451028");

        assertThat(job.path("state").asString()).isEqualTo("DONE");
        assertThat(job.path("done").asInt()).isEqualTo(job.path("total").asInt()).isEqualTo(2 * (HOUSEHOLDS + TWICE));
        assertThat(planted()).isEqualTo(TWICE);
        assertThat(jdbc.sql("select count(*) from duplicate_candidate where first_village like '451028%'").query(Integer.class)
                .single())
                .as("few others").isLessThan(TWICE * 3);
        assertThat(jdbc.sql("select count(*) from person_match_key where village like '451028%'").query(Integer.class).single())
                .isEqualTo(4 * (4 * HOUSEHOLDS + TWICE));

        var undisturbed = pairs();
        jdbc.sql("delete from duplicate_candidate where first_village like '451028%'").update();
        jdbc.sql("delete from person_match_key where village like '451028%'").update();
        var number = jobs.add("451028", "leye");
        killAfter(4, number);
        assertThat(jobs.find(number).orElseThrow().phase()).isEqualTo(SearchJob.Phase.KEYS);
        killAfter(6, number);
        assertThat(jobs.find(number).orElseThrow().phase()).isEqualTo(SearchJob.Phase.PAIRS);
        assertThat(pairs()).isNotEmpty().hasSizeLessThan(undisturbed.size());
        assertThat(search.run(number, () -> false)).isTrue();

        assertThat(pairs()).isEqualTo(undisturbed);
        assertThat(jobs.find(number).orElseThrow().found()).isEqualTo(undisturbed.size());
        assertThat(search.run(number, () -> false)).as("what is over stays over").isTrue();
        keysFollowThePersons();
    }

    private void keysFollowThePersons() {
        jdbc.sql("update person set name = '欧阳若雪', version = version + 1 where number = 'BIG7-1'").update();
        var household = jdbc.sql("select id from household where number = 'BIG7'").query(Long.class).single();

        var number = jobs.add("451028", "leye");
        search.run(number, () -> false);

        assertThat(jdbc.sql("""
                select count(distinct k.person_id) from person_match_key k join membership m on m.person_id = k.person_id
                 where m.household_id = ? and k.person_version = 1
                """).param(household).query(Integer.class).single()).isEqualTo(1);
    }

    /** The look at whether to stop never returns: what kill -9 leaves behind. */
    private void killAfter(int steps, String number) {
        var looks = new AtomicInteger();
        assertThatThrownBy(() -> search.run(number, () -> {
            if (looks.getAndIncrement() == steps) {
                throw new IllegalStateException("killed");
            }
            return false;
        })).hasMessage("killed");
    }

    private List<String> pairs() {
        return jdbc.sql("""
                select concat(first_person, '/', second_person, '/', score, '/', parts) from duplicate_candidate
                 where first_village like '451028%' order by 1
                """).query(String.class).list();
    }

    private int planted() {
        return jdbc.sql("""
                select count(*) from duplicate_candidate where first_person like 'BIG%' and second_person = concat('COPY', first_person)
                """).query(Integer.class).single();
    }

    private void tenThousandPersons() {
        var random = new Random(1);
        var households = new ArrayList<Object[]>();
        var persons = new ArrayList<Object[]>();
        var members = new ArrayList<Object[]>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            var village = "451028%03d%03d".formatted(100 + i % 8, 200 + i / 8 % 10);
            households.add(new Object[]{"BIG" + i, village});
            for (int m = 1; m <= 4; m++) {
                var number = "BIG" + i + "-" + m;
                var name = name(random);
                var born = FIRST_BORN.plusDays(random.nextInt(25_000));
                persons.add(person(number, name, born, i * 4 + m));
                members.add(new Object[]{"BIG" + i, number, m == 1 ? "01" : "99"});
                if (m == 2 && i < TWICE) { // lives on his own, a few doors further
                    households.add(new Object[]{"COPY" + i, village});
                    persons.add(person("COPY" + number, name, born, 50_000 + i));
                    members.add(new Object[]{"COPY" + i, "COPY" + number, "01"});
                }
            }
        }
        template.batchUpdate("""
                insert into household (number, village, created_at, changed_at, changed_by) values (?, ?, now(6), now(6), 'test')
                """, households);
        template.batchUpdate("""
                insert into person (number, name, sex, birth_date, document_kind, resident_id, resident_id_digest, ethnicity, health,
                       labour, created_at, changed_at, changed_by)
                values (?, ?, '1', ?, '1', ?, ?, '01', '1', '1', now(6), now(6), 'test')
                """, persons);
        template.batchUpdate("""
                insert into membership (household_id, person_id, relation, created_at, changed_at, changed_by)
                select h.id, p.id, ?, now(6), now(6), 'test' from household h join person p where h.number = ? and p.number = ?
                """, members.stream().map(it -> new Object[]{it[2], it[0], it[1]}).toList());
    }

    private Object[] person(String number, String name, LocalDate born, int sequence) {
        var id = Givens.residentId("4%05d".formatted(sequence), born.toString().replace("-", ""), sequence % 999);
        return new Object[]{number, name, born, cipher.encrypt(id, "person.resident_id", number), digests.of("resident-id", id)};
    }

    private static String name(Random random) {
        var given = random.nextInt(GIVEN_NAMES.length() / 2) * 2;
        var other = random.nextInt(GIVEN_NAMES.length());
        return FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length())) + GIVEN_NAMES.substring(given, given + 1)
                + GIVEN_NAMES.charAt(other);
    }
}
