package org.jingzhun.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jingzhun.starter.access.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person changes his password. All his sessions end, the one that asks included. */
@RestController
@RequestMapping("/api/identity/v1/me/password")
@PreAuthorize("hasAuthority('KIND_PERSON')")
class OwnPasswordController {

    private final SignIn signIn;

    OwnPasswordController(SignIn signIn) {
        this.signIn = signIn;
    }

    @PutMapping
    ResponseEntity<Void> change(@Valid @RequestBody NewPassword wanted, Caller caller, HttpServletRequest request) {
        return switch (signIn.change(caller, wanted.present(), wanted.wanted(), request.getRemoteAddr())) {
            case SignIn.SignedIn _ -> ResponseEntity.noContent().build();
            case SignIn.Wait wait -> throw new TooManyFailures(wait.seconds());
            default -> throw new PresentPasswordWrong();
        };
    }

    record NewPassword(@NotNull @Size(max = 200) String present, @NotNull @Size(max = 200) String wanted) {}
}
