package org.jingzhun.identity.emergency;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.identity.account.AccessChanged;
import org.jingzhun.identity.account.AccessQuery;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.access.Permissions;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes, ends and reviews emergency grants.
 *
 * <p>What somebody may do here follows from his lasting grants alone, not from his token: one emergency is no reason for the next, and
 * two who opened each other's areas do not review each other.
 */
@Service
class EmergencyService {

    private static final String TAKE = "emergency-grant:take";
    private static final String REVIEW = "emergency-grant:review";

    private final EmergencyGrants grants;
    private final AccessQuery access;
    private final Permissions permissions;
    private final EmergencySettings settings;
    private final Audit audit;
    private final Clock clock;

    EmergencyService(EmergencyGrants grants, AccessQuery access, Permissions permissions, EmergencySettings settings, Audit audit,
            Clock clock) {
        this.grants = grants;
        this.access = access;
        this.permissions = permissions;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public EmergencyGrant take(Caller by, String area, String reason) {
        grants.lock(by.account());
        var own = lasting(by.account(), TAKE).stream().filter(grant -> reaches(grant, area)).findFirst()
                .orElseThrow(() -> new TooFar(area));
        if (lasting(by.account(), TAKE).stream()
                .anyMatch(grant -> grant.role().equals(own.role()) && grant.range().contains(CodeRange.under(area)))) {
            throw new OpenAlready(area);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var running = grants.notEnded(by.account(), now);
        if (running.stream().anyMatch(it -> it.role().equals(own.role()) && area.startsWith(it.area()))) {
            throw new OpenAlready(area);
        }
        if (running.size() >= settings.atOnce()) {
            throw new TooManyAtOnce(settings.atOnce());
        }
        var taken = new EmergencyGrant(0, UUID.randomUUID().toString(), by.account(), own.role(), own.department(), area, reason,
                now,
                now.plus(settings.lasts()), null, null, null, null);
        grants.insert(taken);
        audit.record(by, "emergency-grant.taken", subject(taken),
                Map.of("role", taken.role(), "department", taken.department(), "until", taken.endsAt().toString()));
        return taken;
    }

    /** No larger than the officer's own area: who answers for a township opens a township, not its county. */
    private boolean reaches(Grant own, String area) {
        return area.length() >= own.area().length() && settings.within().holds(own.area(), area);
    }

    @Transactional
    public void end(Caller by, String id) {
        var own = grants.findOwn(id, by.account()).orElseThrow(EmergencyGrantNotFound::new);
        if (grants.end(id, by.account(), clock.instant())) {
            audit.record(by, "emergency-grant.ended", subject(own));
        }
    }

    @Transactional
    public EmergencyGrant review(Caller by, Scope scope, String id, String remark) {
        var found = grants.find(id, scope)
                .filter(it -> lasting(by.account(), REVIEW).stream()
                        .anyMatch(grant -> grant.range().contains(CodeRange.under(it.area()))))
                .orElseThrow(EmergencyGrantNotFound::new);
        if (found.account().equals(by.account())) {
            throw new OwnEmergency();
        }
        if (!grants.review(id, by.account(), remark, clock.instant())) {
            throw new ReviewedAlready();
        }
        audit.record(by, "emergency-grant.reviewed", subject(found), Map.of("account", found.account()));
        return grants.find(id, scope).orElseThrow(EmergencyGrantNotFound::new);
    }

    /** Locked, or with other lasting grants: what was taken on their strength is over as well. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccessChanged event) {
        var now = clock.instant();
        for (var running : grants.notEnded(event.account(), now)) {
            if (grants.end(running.id(), null, now)) {
                audit.recordJob(event.account(), "emergency-grant.ended", subject(running), Map.of());
            }
        }
    }

    private List<Grant> lasting(String account, String permission) {
        return access.ofAccount(account).filter(it -> !it.locked()).stream().flatMap(it -> it.grants().stream())
                .filter(grant -> permissions.allows(grant.role(), permission)).toList();
    }

    private static Subject subject(EmergencyGrant grant) {
        return Subject.in(grant.area(), "emergency-grant", grant.id());
    }
}
