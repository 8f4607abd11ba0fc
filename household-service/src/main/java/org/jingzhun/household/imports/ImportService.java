package org.jingzhun.household.imports;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scopes;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/** What an officer does with an import: announce it, send the file, order the commit, end it. */
@Service
class ImportService {

    static final String RUN = "import:run";
    static final String COMMIT = "import:commit";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int FIRST_YEAR = 2014;

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final Decisions decisions;
    private final Divisions divisions;
    private final Scopes scopes;
    private final SchedulerClient scheduler;
    private final Transactions transactions;
    private final Audit audit;
    private final ImportSettings settings;
    private final Clock clock;

    ImportService(ImportJobs jobs, ImportFiles files, Decisions decisions, Divisions divisions, Scopes scopes,
            SchedulerClient scheduler,
            Transactions transactions, Audit audit, ImportSettings settings, Clock clock) {
        this.jobs = jobs;
        this.files = files;
        this.decisions = decisions;
        this.divisions = divisions;
        this.scopes = scopes;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Announces a file; inside the transaction of its idempotency key. Returns the import's number. */
    String create(String declared, int dataYear, String fileName, CommitMode mode, Caller caller, Authentication authentication) {
        var area = present(declared);
        scopes.narrowed(authentication, RUN, area);
        if (mode == CommitMode.WHEN_CHECKED) {
            scopes.narrowed(authentication, COMMIT, area);
        }
        var thisYear = LocalDate.now(clock).getYear();
        if (dataYear < FIRST_YEAR || dataYear > thisYear) {
            throw new ImportNotPossible("/dataYear", "import.data-year", thisYear);
        }
        var number = newNumber();
        jobs.create(number, caller.account(), area, dataYear, fileName, mode);
        audit.record(caller, "import.created", Subject.in(area, "import", number), Map.of("dataYear", dataYear, "commit", mode));
        return number;
    }

    /** The area as it is coded today; older files are announced with older codes. */
    private String present(String declared) {
        var division = divisions.find(declared);
        if (!declared.matches("\\d{6}|\\d{9}|\\d{12}") || declared.endsWith("000") || division.isEmpty()) {
            throw new ImportNotPossible("/area", "import.area");
        }
        var now = divisions.current(division.get()).code();
        return now.substring(0, declared.length());
    }

    private static String newNumber() {
        var number = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }

    /** An import of the caller, in an area that is still his. */
    ImportJob own(String number, Caller caller, Authentication authentication) {
        return jobs.find(number).filter(job -> job.account().equals(caller.account()) && reaches(authentication, RUN, job))
                .orElseThrow(ImportNotFound::new);
    }

    /** The same, and one of a colleague that needs a second officer, where the caller may be that. */
    ImportJob visible(String number, Caller caller, Authentication authentication) {
        return jobs.find(number).filter(
                job -> job.account().equals(caller.account())
                        ? reaches(authentication, RUN, job)
                        : isSecond(job, caller, authentication))
                .orElseThrow(ImportNotFound::new);
    }

    private boolean isSecond(ImportJob job, Caller caller, Authentication authentication) {
        return (job.mayNeedSecondOfficer() || caller.account().equals(job.committer())) && reaches(authentication, COMMIT, job);
    }

    private boolean reaches(Authentication authentication, String permission, ImportJob job) {
        try {
            scopes.narrowed(authentication, permission, job.area());
            return true;
        } catch (AreaNotYours e) {
            return false;
        }
    }

    /** Takes the file in; a file that came before in part is forgotten. */
    void upload(ImportJob job, Caller caller, InputStream body, long announced) {
        if (job.state() != ImportState.CREATED) {
            throw new ImportInOtherState(job.state());
        }
        var room = settings.quotaPerAccount().toBytes() - jobs.storedBytes(caller.account());
        var limit = settings.maxFileSize().toBytes();
        if (announced > limit) {
            throw new FileTooLarge(limit);
        }
        if (announced > room || room <= 0) {
            throw new QuotaExceeded(settings.quotaPerAccount().toMegabytes());
        }
        var upload = jobs.startUpload(job.id()).orElseThrow(() -> new ImportInOtherState(jobs.get(job.id()).state()));
        files.delete(job.id(), upload);
        try {
            var stored = files.store(job.id(), upload, body, Math.min(limit, room));
            if (announced >= 0 && stored.size() != announced) {
                throw new UploadBrokenOff();
            }
            transactions.inOne(() -> finishUpload(job, caller, upload, stored));
        } catch (IOException e) {
            files.delete(job.id(), upload + 1);
            throw new UploadBrokenOff(e);
        } catch (FileTooLarge e) {
            files.delete(job.id(), upload + 1);
            throw room < limit ? new QuotaExceeded(settings.quotaPerAccount().toMegabytes()) : e;
        } catch (UploadBrokenOff | ImportInOtherState e) {
            files.delete(job.id(), upload + 1);
            throw e;
        }
    }

    private void finishUpload(ImportJob job, Caller caller, int upload, ImportFiles.Stored stored) {
        if (!jobs.finishUpload(job.id(), upload, stored.size(), stored.digest())) {
            throw new ImportInOtherState(jobs.get(job.id()).state());
        }
        audit.record(caller, "import.uploaded", Subject.in(job.area(), "import", job.number()), Map.of("bytes", stored.size()));
        schedule(job, "check");
    }

    /** Orders the commit of a checked import. */
    void commit(ImportJob job, Caller caller, Authentication authentication) {
        if (!reaches(authentication, COMMIT, job)) {
            throw new AreaNotYours(job.area());
        }
        if (job.state() != ImportState.CHECKED) {
            throw new ImportInOtherState(job.state());
        }
        if (job.needsDecision()) {
            throw new DecisionRequired(job.conflictingRows());
        }
        if (job.needsSecondOfficer() && caller.account().equals(job.account())) {
            throw new SecondOfficerRequired(job.sensitiveHouseholds());
        }
        if (job.conflictingRows() > 0 && caller.account().equals(job.account()) && decisions.areSensitive(job)) {
            throw new SecondOfficerRequired(job.conflictingRows());
        }
        transactions.inOne(() -> {
            if (!jobs.startCommitting(job.id(), caller.account())) {
                throw new ImportInOtherState(jobs.get(job.id()).state());
            }
            audit.record(caller, "import.commit-ordered", Subject.in(job.area(), "import", job.number()));
            schedule(job, "commit");
        });
    }

    /** Says what becomes of what contradicts the register. */
    void decide(ImportJob job, Decision common, List<Decisions.Single> exceptions, Caller caller) {
        transactions.inOne(() -> {
            if (!decisions.decide(job, common, exceptions)) {
                throw new ImportInOtherState(jobs.get(job.id()).state());
            }
            audit.record(caller, "import.decided", Subject.in(job.area(), "import", job.number()),
                    Map.of("decision", common, "exceptions", exceptions.size()));
        });
    }

    void cancel(ImportJob job, Caller caller) {
        transactions.inOne(() -> {
            if (!jobs.cancel(job.id())) {
                throw new ImportInOtherState(jobs.get(job.id()).state());
            }
            audit.record(caller, "import.cancelled", Subject.in(job.area(), "import", job.number()));
            schedule(job, "sweep");
        });
    }

    private void schedule(ImportJob job, String what) {
        scheduler.scheduleIfNotExists(ImportTask.DESCRIPTOR.instance(job.number() + "/" + what).build(), clock.instant());
    }
}
