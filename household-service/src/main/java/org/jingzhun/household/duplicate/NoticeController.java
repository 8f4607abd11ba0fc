package org.jingzhun.household.duplicate;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.starter.access.Area;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this area was told because another county claims somebody who is registered here. */
@RestController
@RequestMapping("/api/household/v1/duplicate-notices")
@May(DuplicateController.READ)
class NoticeController {

    private final Notices notices;
    private final Divisions divisions;

    NoticeController(Notices notices, Divisions divisions) {
        this.notices = notices;
        this.divisions = divisions;
    }

    @GetMapping
    Page<NoticeView> list(Area area, Cursor after, @RequestParam(required = false) Notices.@Nullable State state) {
        var page = Page.of(notices.page(area.scope(), state, after), after, it -> List.of(it.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @PutMapping("/{number}/answer")
    @May(SearchController.DECIDE)
    NoticeView answer(@PathVariable String number, @Valid @RequestBody NewAnswer answer, Scope scope, Caller caller) {
        var remark = answer.remark();
        return view(notices.answer(number, answer.answer(), remark == null ? null : remark.strip(), scope, caller));
    }

    private NoticeView view(Notices.Notice notice) {
        var answeredAt = notice.answeredAt();
        return new NoticeView(notice.number(), notice.state(), notice.kind(), notice.subject(), notice.village(),
                divisions.name(notice.village()), notice.claimedBy(), notice.way(), notice.times(),
                notice.firstAt().atOffset(ZoneOffset.UTC), notice.lastAt().atOffset(ZoneOffset.UTC), notice.answer(),
                notice.remark(), notice.answeredBy(), answeredAt == null ? null : answeredAt.atOffset(ZoneOffset.UTC));
    }

    record NewAnswer(Notices.@NotNull Answer answer, @Nullable @Size(max = 400) String remark) {}

    /** {@code subject} is the number of the person or household, {@code claimedBy} the code of the county that claims. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(String id, Notices.State state, String kind, String subject, String village, String villageName,
            String claimedBy, String way, int times, OffsetDateTime firstAt, OffsetDateTime lastAt,
            Notices.@Nullable Answer answer, @Nullable String remark, @Nullable String answeredBy,
            @Nullable OffsetDateTime answeredAt) {}
}
