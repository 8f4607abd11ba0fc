package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a county that another one claims a person or household whom it has registered 【异地重复登记告知】.
 *
 * <p>The claimant learns nothing but that the one is registered elsewhere and the county has been told; the county learns which county
 * claims, and nothing of its file or its people.
 */
@Component
public class ElsewhereNotices {

    private static final int COUNTY = 6;

    private final JdbcClient jdbc;
    private final Clock clock;

    ElsewhereNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By which way it was noticed. */
    public enum Way {
        IMPORT, CHANGE
    }

    /**
     * Tells it, in the caller's transaction. The same claim is told once and counted; a claim after an answer opens the notice again.
     *
     * @param kind {@code person} or {@code household}
     * @param number of the person or household who is registered already
     * @param village where; null for a person who lives nowhere now: then his last village is told
     * @param claimedBy a division of the county that claims
     */
    public void tell(String kind, String number, @Nullable String village, String claimedBy, Way way) {
        var told = village != null ? village : lastVillage(number);
        if (told == null || claimedBy.length() < COUNTY) {
            return; // nobody is there to be told
        }
        jdbc.sql("""
                insert into registered_elsewhere_notice (number, kind, subject, village, claimed_by, way, state, times, first_at, last_at)
                values (:number, :kind, :subject, :village, :county, :way, 'OPEN', 1, :now, :now)
                on duplicate key update times = times + 1, last_at = values(last_at), village = values(village), way = values(way),
                       state = 'OPEN'
                """).param("number", Numbers.random("N")).param("kind", kind).param("subject", number).param("village", told)
                .param("county", claimedBy.substring(0, COUNTY)).param("way", way.name())
                .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    private @Nullable String lastVillage(String person) {
        return jdbc.sql("""
                select h.village from person p join membership m on m.person_id = p.id join household h on h.id = m.household_id
                 where p.number = ? order by m.left_on is null desc, m.left_on desc, m.id desc limit 1
                """).param(person).query(String.class).optional().orElse(null);
    }
}
