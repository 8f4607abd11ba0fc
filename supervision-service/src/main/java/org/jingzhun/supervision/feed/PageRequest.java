package org.jingzhun.supervision.feed;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.function.Supplier;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import org.jingzhun.starter.feed.reading.FeedOver;
import org.jingzhun.starter.feed.reading.FeedPage;
import org.jingzhun.starter.feed.reading.FeedUnavailable;
import org.jingzhun.starter.machine.MachineTokenUnavailable;
import org.springframework.cloud.client.circuitbreaker.NoFallbackAvailableException;

/** The call of a client for a page, and what its failures mean to the reader. There is no fallback: what was read before stays. */
public final class PageRequest {

    private static final int OK = 200;

    private PageRequest() {}

    /**
     * The page that the call answers.
     *
     * @throws FeedOver if the mark is of an epoch or a scope that is over
     * @throws FeedUnavailable if no page came: the call is made again later
     */
    public static FeedPage send(Supplier<byte[]> call) {
        try {
            return FeedPage.of(OK, new ByteArrayInputStream(call.get()));
        } catch (NoFallbackAvailableException e) {
            throw meaning(Objects.requireNonNullElse(e.getCause(), e));
        } catch (FeignException | CallNotPermittedException | MachineTokenUnavailable e) {
            throw meaning(e);
        }
    }

    private static RuntimeException meaning(Throwable failure) {
        return switch (failure) {
            case FeignException.Conflict _ -> new FeedOver();
            case FeignException answer when answer.status() > 0 -> new FeedUnavailable("status " + answer.status());
            case FeignException _ -> new FeedUnavailable("no answer");
            case CallNotPermittedException _ -> new FeedUnavailable("not asked: it kept failing");
            case MachineTokenUnavailable _ -> new FeedUnavailable("identity-service gives no token");
            case FeedUnavailable known -> known;
            default -> new FeedUnavailable(failure.getClass().getSimpleName());
        };
    }
}
