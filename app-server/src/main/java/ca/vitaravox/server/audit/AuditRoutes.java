package ca.vitaravox.server.audit;

import ca.vitaravox.domain.audit.ChainVerifier;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Verification;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.PatientExport.Subject;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * A clinic's audit trail, for those who watch over it. Reading it is in it too, and written before anything is read.
 */
public final class AuditRoutes {
    private static final String AUDIT = "/api/admin/audit";
    private static final int LONGEST = 200;
    private static final int MOST_WALKS = 2;

    private final AuditTrail trail;
    private final AuditPages pages;
    private final Verification verification;
    private final PatientExport export;
    private final PatientTable table;
    private final InstantSource clock;
    /** Whole chains are read by few at a time. */
    private final Semaphore walks = new Semaphore(MOST_WALKS);

    /** Over this trail. */
    public AuditRoutes(AuditTrail trail, AuditPages pages, Chains chains, InstantSource clock) {
        this.trail = trail;
        this.pages = pages;
        this.verification = new ChainVerifier(chains, clock);
        this.export = new PatientExport(pages, chains);
        this.table = new PatientTable(pages);
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, AUDIT, this::list),
                new Route(HandlerType.GET, AUDIT + "/verify", this::verify),
                new Route(HandlerType.GET, AUDIT + "/export", this::export));
    }

    private void list(Visit visit) {
        ClinicId clinic = visit.askedClinic();
        Optional<String> patient = patient(visit);
        AuditQuery query = new AuditQuery(
                clinic,
                patient,
                visit.asked("call", "the id of a call", CallId::new),
                visit.asked("user", "the id of a user", UserId::new),
                visit.asked("action", "an action, such as view_chart", AuditRoutes::action),
                visit.asked("from", "a moment, such as 2026-03-02T17:00:00Z", Instant::parse),
                visit.asked("until", "a moment, such as 2026-03-02T17:00:00Z", Instant::parse));
        OptionalLong before = visit.after(Long::valueOf).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        record(visit, clinic, patient, "list");
        visit.page(most -> pages.page(query, before, most), AuditShape::line, line -> Long.toString(line.position()));
    }

    private static AuditAction action(String word) {
        return AuditAction.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> patient(Visit visit) {
        return visit.asked("patient", "the id of a patient", AuditRoutes::id);
    }

    private static String id(String written) {
        if (written.isEmpty() || written.length() > LONGEST || written.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not an id");
        }
        return written;
    }

    private void verify(Visit visit) {
        ClinicId clinic = visit.askedClinic();
        record(visit, clinic, Optional.empty(), "verify");
        walk(() -> visit.answer(200, AuditShape.verdict(verification.verify(ChainName.of(clinic), List.of()))));
    }

    private void export(Visit visit) {
        ClinicId clinic = visit.askedClinic();
        String patient = patient(visit).orElseThrow(() -> Problem.field("patient", "is missing: name a patient by id"));
        Optional<String> emr = visit.asked("emr", "an EMR, as entries name it", AuditRoutes::id);
        boolean toRead =
                visit.asked("format", "jsonl or csv", AuditRoutes::isTable).orElse(false);
        record(visit, clinic, Optional.of(patient), "export");
        walk(() -> {
            Subject subject = new Subject(clinic, patient, emr.orElseGet(() -> pages.emrInUse(clinic)));
            if (toRead) {
                visit.file("audit.csv", "text/csv; charset=utf-8", out -> table.write(subject, out));
            } else {
                visit.file("audit.jsonl", "application/x-ndjson", out -> export.write(subject, out));
            }
        });
    }

    private static boolean isTable(String format) {
        return switch (format) {
            case "csv" -> true;
            case "jsonl" -> false;
            default -> throw new IllegalArgumentException("no format");
        };
    }

    private void walk(Runnable walk) {
        if (!walks.tryAcquire()) {
            throw Problem.of(503, "BUSY", "Other trails are being read as a whole: try again in a minute.");
        }
        try {
            walk.run();
        } finally {
            walks.release();
        }
    }

    private void record(Visit visit, ClinicId clinic, Optional<String> patient, String how) {
        trail.append(new AuditEntry(
                clinic,
                clock.instant(),
                visit.actor(),
                AuditAction.READ_AUDIT,
                patient,
                Optional.of(how),
                AuditResult.DONE));
    }
}
