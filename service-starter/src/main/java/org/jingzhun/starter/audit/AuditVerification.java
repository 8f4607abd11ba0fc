package org.jingzhun.starter.audit;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** The command {@code java -jar <service>.jar --jingzhun.audit.verify=true}: says whether the chain is whole, and ends. */
class AuditVerification implements ApplicationRunner {

    private final AuditChain chain;
    private final ApplicationContext context;

    AuditVerification(AuditChain chain, ApplicationContext context) {
        this.chain = chain;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var verdict = chain.verify();
        System.out.println(sentence(verdict));
        System.exit(SpringApplication.exit(context, () -> verdict.whole() ? 0 : 1));
    }

    static String sentence(AuditChain.Verdict verdict) {
        var broken = verdict.broken();
        if (broken == null) {
            return "The audit chain is whole: %d entries under %d seals; %d entries wait for their seal."
                    .formatted(verdict.entries(), verdict.seals(), verdict.waiting());
        }
        return "The audit chain is broken at seal %d, entry %s: %s. The %d seals before it are whole."
                .formatted(broken.seal(), broken.entry() == null ? "unknown" : broken.entry(), broken.what(), verdict.seals());
    }
}
