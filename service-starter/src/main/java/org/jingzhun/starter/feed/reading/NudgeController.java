package org.jingzhun.starter.feed.reading;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.May;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A source says that it has something new; what it is, is read from the source itself. */
@RestController
@RequestMapping("/api/${jingzhun.feed.service}/v1/nudges")
class NudgeController {

    private final ReadingLoops loops;

    NudgeController(ReadingLoops loops) {
        this.loops = loops;
    }

    record Nudge(@NotBlank @Size(max = 40) String source) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("nudge:send")
    void nudge(@Valid @RequestBody Nudge nudge, Caller caller) {
        if (caller.isPerson()) {
            throw new AccessDeniedException("nudges are sent by machines");
        }
        loops.wake(nudge.source());
    }
}
