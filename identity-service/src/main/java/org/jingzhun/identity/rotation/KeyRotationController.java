package org.jingzhun.identity.rotation;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.idempotency.Idempotency;
import org.jingzhun.starter.rotation.KeyRotationEndpoint;
import org.jingzhun.starter.rotation.KeyRotations;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rotations of the keys of this service. */
@RestController
@RequestMapping(KeyRotationController.PATH)
class KeyRotationController extends KeyRotationEndpoint {

    static final String PATH = "/api/identity/v1/key-rotations";

    KeyRotationController(KeyRotations rotations, Idempotency idempotency, Audit audit) {
        super(PATH, rotations, idempotency, audit);
    }
}
