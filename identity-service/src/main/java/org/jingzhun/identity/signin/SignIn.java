package org.jingzhun.identity.signin;

import java.time.Duration;

import org.jingzhun.identity.account.Credentials;
import org.jingzhun.identity.password.PasswordRefused;
import org.jingzhun.starter.access.Caller;
import org.springframework.stereotype.Service;

/** One attempt to sign in, and how it ended. */
@Service
class SignIn {

    private final Credentials credentials;
    private final Failures failures;

    SignIn(Credentials credentials, Failures failures) {
        this.credentials = credentials;
        this.failures = failures;
    }

    Outcome attempt(String login, String password, String address) {
        var wait = failures.countBefore(login, address);
        if (!wait.isZero()) {
            return new Wait(wait);
        }
        var holder = credentials.verify(login, password);
        if (holder.isEmpty()) {
            return new Wrong();
        }
        failures.takeBack(login, address);
        return outcome(holder.get());
    }

    /** The same for the change of a password, where the present one could be guessed as well. */
    Outcome change(Caller person, String present, String wanted, String address) {
        var wait = failures.countBefore(person.account(), address);
        if (!wait.isZero()) {
            return new Wait(wait);
        }
        try {
            if (credentials.change(person, present, wanted) == Credentials.Change.PRESENT_PASSWORD_WRONG) {
                return new Wrong();
            }
        } catch (PasswordRefused notTheWayToGuess) {
            failures.takeBack(person.account(), address);
            throw notTheWayToGuess;
        }
        failures.takeBack(person.account(), address);
        return new SignedIn(person.account());
    }

    /** Only who knows the password is told more than that something was wrong. */
    private static Outcome outcome(Credentials.Holder holder) {
        if (holder.locked()) {
            return new Locked();
        }
        if (holder.passwordIsOver()) {
            return new PasswordIsOver();
        }
        return holder.mustChange() ? new MustChange(holder.account()) : new SignedIn(holder.account());
    }

    sealed interface Outcome {}

    record SignedIn(String account) implements Outcome {}

    record MustChange(String account) implements Outcome {}

    record Wrong() implements Outcome {}

    record Wait(Duration time) implements Outcome {

        /** In whole seconds, never too few. */
        long seconds() {
            return time.plusMillis(999).toSeconds();
        }
    }

    record Locked() implements Outcome {}

    record PasswordIsOver() implements Outcome {}
}
