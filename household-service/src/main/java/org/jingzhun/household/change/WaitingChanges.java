package org.jingzhun.household.change;

import java.util.HashMap;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on with changes that wait for a window of the yearly adjustment, once it is open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangeSettings.class)
class WaitingChanges {

    static final String JOB = "household-waiting-changes";

    private static final Logger log = LoggerFactory.getLogger(WaitingChanges.class);

    @Bean
    RecurringTask<Void> waitingChangesJob(Changes changes, Windows windows, ChangeService service, ChangeSettings settings) {
        return Tasks.recurring(JOB, FixedDelay.of(settings.windowCheckEvery())).execute((instance, context) -> {
            var open = new HashMap<List<Object>, Boolean>();
            for (var change : changes.waiting()) {
                if (open.computeIfAbsent(List.of(change.matters(), change.village()),
                        it -> windows.areOpen(change.matters(), change.village()))) {
                    goOn(change.number(), service);
                }
            }
        });
    }

    /** One change that cannot be applied does not hold up the others. */
    private static void goOn(String change, ChangeService service) {
        try {
            service.windowOpened(change);
        } catch (Refusals.RulesBroken | Refusals.NotYetPossible | Refusals.RegisteredElsewhere e) {
            log.info("Change {} cannot be applied now that its window is open: {}", change,
                    e.getClass().getSimpleName());
            service.notApplicable(change);
        }
    }
}
