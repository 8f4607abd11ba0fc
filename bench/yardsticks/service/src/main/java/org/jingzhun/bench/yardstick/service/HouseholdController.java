package org.jingzhun.bench.yardstick.service;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two reads of the register as short as they can be written. */
@RestController
class HouseholdController {

    private static final String ONE = """
            select h.number, h.village, h.hamlet, h.type, h.poor_kind, h.exit_state, h.main_cause, h.dangerous_house, h.safe_water,
                   h.income_per_head, h.data_year,
                   p.number, p.name, p.sex, p.birth_date, p.ethnicity, p.education, p.school_status, p.health, p.labour,
                   p.work_place, p.work_months, m.relation
              from household h
              left join membership m on m.household_id = h.id and m.left_on is null
              left join person p on p.id = m.person_id
             where h.number = ?
             order by m.relation, p.birth_date, m.id
            """;

    private static final String PAGE = """
            select h.number, h.village, h.type, h.exit_state, h.main_cause, h.income_per_head
              from household h where h.village between ? and ? order by h.village, h.number limit 50
            """;

    private final JdbcTemplate jdbc;

    HouseholdController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Member(String number, @Nullable String name, @Nullable String sex, @Nullable LocalDate birthDate,
            @Nullable String ethnicity,
            @Nullable String education, @Nullable String schoolStatus, @Nullable String health, @Nullable String labour,
            @Nullable String workPlace, int workMonths, @Nullable String relation) {}

    record Household(String number, String village, @Nullable String hamlet, @Nullable String type, @Nullable String poorKind,
            @Nullable String exitState, @Nullable String mainCause, boolean dangerousHouse, boolean safeWater,
            @Nullable BigDecimal incomePerHead, int dataYear, List<Member> members) {}

    record Line(String number, String village, @Nullable String type, @Nullable String exitState, @Nullable String mainCause,
            @Nullable BigDecimal incomePerHead) {}

    record Page(List<Line> items) {}

    @GetMapping("/api/household/v1/households/{number}")
    ResponseEntity<Household> one(@PathVariable String number) {
        ResultSetExtractor<Optional<Household>> reading = HouseholdController::read;
        var household = jdbc.query(ONE, reading, number);
        return ResponseEntity.of(household == null ? Optional.empty() : household);
    }

    @GetMapping("/api/household/v1/households")
    Page page(@RequestParam String area) {
        return new Page(jdbc.query(PAGE, (row, index) -> new Line(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), row.getString(5), row.getBigDecimal(6)), (area + "000000000000").substring(0, 12),
                (area + "999999999999").substring(0, 12)));
    }

    private static Optional<Household> read(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        var members = new ArrayList<Member>();
        var household = new Household(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), row.getString(7), row.getBoolean(8), row.getBoolean(9), row.getBigDecimal(10), row.getInt(11),
                members);
        do {
            if (row.getString(12) != null) {
                members.add(
                        new Member(row.getString(12), row.getString(13), row.getString(14), row.getObject(15, LocalDate.class),
                                row.getString(16), row.getString(17), row.getString(18), row.getString(19), row.getString(20),
                                row.getString(21), row.getInt(22), row.getString(23)));
            }
        } while (row.next());
        return Optional.of(household);
    }
}
