package org.jingzhun.identity.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.identity.password.PasswordRefused;
import org.jingzhun.identity.password.PasswordRule;
import org.jingzhun.identity.password.PasswordSettings;
import org.jingzhun.identity.provider.ProviderSettings;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.web.RequestId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of signing in, changing a temporary password, and signing out 【登录】. */
@Controller
@PreAuthorize("permitAll()") // who signs in is not signed in yet
class SignInController {

    private static final String SIGN_IN = "sign-in";
    private static final String CHANGE = "change-password";

    private final SignIn signIn;
    private final SignInCookie cookie;
    private final ProviderSettings provider;
    private final PasswordSettings passwords;

    SignInController(SignIn signIn, SignInCookie cookie, ProviderSettings provider, PasswordSettings passwords) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.provider = provider;
        this.passwords = passwords;
    }

    @GetMapping("/login")
    String ask(@ModelAttribute("way") Way way, @RequestParam(defaultValue = "false") boolean stale, Model page) {
        if (stale) {
            page.addAttribute("problem", "sign-in.problem.stale");
        }
        return SIGN_IN;
    }

    @PostMapping("/login")
    String attempt(@ModelAttribute("way") Way way, @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password, Model page, HttpServletRequest request,
            HttpServletResponse response) {
        page.addAttribute("login", login);
        return switch (signIn.attempt(login, password, request.getRemoteAddr())) {
            case SignIn.SignedIn in -> goOn(in.account(), way, response);
            case SignIn.MustChange who -> {
                cookie.write(response, who.account(), SignInCookie.Stage.MUST_CHANGE_PASSWORD);
                yield "redirect:" + way.to("/login/password");
            }
            case SignIn.Wait wait -> refused(SIGN_IN, wait, page, response);
            case SignIn.Wrong _ -> refused(SIGN_IN, "sign-in.problem.wrong", page, response);
            case SignIn.Locked _ -> refused(SIGN_IN, "sign-in.problem.locked", page, response);
            case SignIn.PasswordIsOver _ -> refused(SIGN_IN, "sign-in.problem.password-is-over", page, response);
        };
    }

    @GetMapping("/login/password")
    String askForNewPassword(@ModelAttribute("way") Way way, HttpServletRequest request) {
        return cookie.read(request).isPresent() ? CHANGE : "redirect:" + way.to("/login");
    }

    @PostMapping("/login/password")
    String changePassword(@ModelAttribute("way") Way way, @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted, @RequestParam(defaultValue = "") String repeated,
            Model page, HttpServletRequest request, HttpServletResponse response) {
        var who = cookie.read(request);
        if (who.isEmpty()) {
            return "redirect:" + way.to("/login");
        }
        if (!wanted.equals(repeated)) {
            return refused(CHANGE, "password.problem.not-repeated", page, response);
        }
        try {
            return switch (signIn.change(caller(who.get(), request), present, wanted, request.getRemoteAddr())) {
                case SignIn.SignedIn in -> goOn(in.account(), way, response);
                case SignIn.Wait wait -> refused(CHANGE, wait, page, response);
                default -> refused(CHANGE, "password.problem.present-wrong", page, response);
            };
        } catch (PasswordRefused refusal) {
            page.addAttribute("broken", refusal.broken().stream().map(PasswordRule::messageKey).toList());
            return refused(CHANGE, "password.problem.refused", page, response);
        }
    }

    @GetMapping("/logout")
    String askWhetherToSignOut(@ModelAttribute("way") Way way, HttpServletRequest request, Model page) {
        page.addAttribute("signedIn", cookie.read(request).isPresent());
        return "sign-out";
    }

    @PostMapping("/logout")
    String signOut(HttpServletResponse response) {
        cookie.clear(response);
        return "redirect:" + provider.publicAddress() + "/";
    }

    @ModelAttribute("minLength")
    int minLength() {
        return passwords.minLength();
    }

    @ModelAttribute("broken")
    List<String> broken() {
        return List.of();
    }

    @ModelAttribute("way")
    Way way(@RequestParam(name = "continue", defaultValue = "") String goesOn, @RequestParam(defaultValue = "zh") String lang) {
        return new Way(goesOn, lang.equals("en") ? "en" : "zh");
    }

    private String goOn(String account, Way way, HttpServletResponse response) {
        cookie.write(response, account, SignInCookie.Stage.SIGNED_IN);
        return "redirect:" + (way.isKnown() ? way.goesOn() : provider.publicAddress() + "/");
    }

    private static Caller caller(SignInCookie.SignedIn who, HttpServletRequest request) {
        return new Caller(who.account(), Caller.Kind.PERSON, null, request.getRemoteAddr(), RequestId.of(request));
    }

    private static String refused(String view, String problem, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        page.addAttribute("problem", problem);
        return view;
    }

    private static String refused(String view, SignIn.Wait wait, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.seconds()));
        page.addAttribute("problem", "sign-in.problem.wait");
        page.addAttribute("seconds", wait.seconds());
        return view;
    }
}
