package ca.vitaravox.bench.ledgers;

import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.audit.AuditTables;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares adding to the chained trail (A) with the same statement on a table without a chain (B), and with adding to the
 * trail without going there together (C), in turns.
 */
public final class AuditBench {
    private static final Logger LOG = LoggerFactory.getLogger(AuditBench.class);
    private static final int TURNS = 3;
    private static final int CLINICS = 20;
    private static final int THREADS = 32;

    private static final String PLAIN = """
            CREATE TABLE plain_audit (
                clinic_id text NOT NULL REFERENCES clinics, position bigint GENERATED ALWAYS AS IDENTITY,
                at timestamptz NOT NULL, call_id text, relationship text, job text, user_id text, session_id text,
                action text NOT NULL, chart text, subject text, result text NOT NULL,
                emr text NOT NULL DEFAULT emr_in_use(), PRIMARY KEY (clinic_id, position));
            CREATE INDEX ON plain_audit (clinic_id, chart, position);
            CREATE INDEX ON plain_audit (clinic_id, call_id, position);
            CALL keep_clinics_apart('plain_audit');
            GRANT SELECT, INSERT ON plain_audit TO vitaravox_app;
            """;

    private final Duration length;
    private final AuditTrail chained;
    private final AuditTrail single;
    private final AuditTrail plain;
    private final Chains chains;

    private AuditBench(ClinicTransactions transactions, Duration length) {
        AuditTables tables = new AuditTables(transactions);
        this.length = length;
        this.chained = tables.trail();
        this.chains = tables.chains();
        this.single = into(transactions, "audit");
        this.plain = into(transactions, "plain_audit");
    }

    /** Adds each entry by itself. */
    private static AuditTrail into(ClinicTransactions transactions, String table) {
        return entry -> transactions.queryInClinic(
                entry.clinic(),
                """
                        INSERT INTO %s (
                            clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject,
                            result)
                        VALUES (:clinic, :at, :call, 'self', NULL, NULL, NULL, :action, :chart, NULL, 'done')
                        RETURNING position
                        """.formatted(table),
                insert -> insert.bind("at", Columns.moment(entry.at()))
                        .bind("call", ((Actor.Caller) entry.actor()).call().value())
                        .bind("action", Columns.word(entry.action()))
                        .bind("chart", entry.chart().orElse(null)),
                row -> row.getLong(1));
    }

    /**
     * Measures, and says what came of it.
     *
     * @param arguments how many seconds a turn takes, if not 5
     */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5);
        try (BenchServer server = new BenchServer(THREADS);
                HikariDataSource pool = server.pool(server.port())) {
            server.run("bench_owner", PLAIN);
            for (int i = 0; i < CLINICS; i++) {
                server.addClinic(clinic(i));
            }
            AuditBench bench = new AuditBench(BenchServer.transactions(pool), length);
            bench.compare("one thread, one clinic", 1, 1);
            bench.compare("all threads, one clinic", THREADS, 1);
            bench.compare("all threads, all clinics", THREADS, CLINICS);
            bench.verify();
        }
    }

    private static ClinicId clinic(int i) {
        return new ClinicId("bench-" + i);
    }

    private void compare(String load, int threads, int clinics) throws Exception {
        LOG.info("{}: {} threads, {} clinics", load, threads, clinics);
        turn("warm-up A", chained, threads, clinics);
        turn("warm-up B", plain, threads, clinics);
        turn("warm-up C", single, threads, clinics);
        for (int i = 0; i < TURNS; i++) {
            double a = turn("A chained", chained, threads, clinics);
            double b = turn("B plain", plain, threads, clinics);
            double c = turn("C one by one", single, threads, clinics);
            LOG.info("A/B {}, C/B {}, A/C {}", ratio(a, b), ratio(c, b), ratio(a, c));
        }
    }

    private static String ratio(double some, double others) {
        return String.format("%.2f", some / others);
    }

    private double turn(String name, AuditTrail trail, int threads, int clinics) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long until = System.nanoTime() + length.toNanos();
        List<Callable<List<Long>>> writers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            ClinicId clinic = clinic(i % clinics);
            writers.add(() -> write(trail, clinic, until));
        }
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> each : pool.invokeAll(writers)) {
            took.addAll(each.get());
        }
        pool.shutdown();
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        double rate = sorted.length / (double) length.toSeconds();
        LOG.info("%-12s %7.0f/s   p50 %6.2f ms   p99 %6.2f ms"
                .formatted(name, rate, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6));
        return rate;
    }

    private static List<Long> write(AuditTrail trail, ClinicId clinic, long until) {
        List<Long> took = new ArrayList<>();
        Actor caller = new Actor.Caller(new CallId(UUID.randomUUID().toString()), Relationship.SELF);
        while (System.nanoTime() < until) {
            long begun = System.nanoTime();
            trail.append(new AuditEntry(
                    clinic,
                    Instant.now(),
                    caller,
                    AuditAction.VIEW_CHART,
                    Optional.of("4711"),
                    Optional.empty(),
                    AuditResult.DONE));
            took.add(System.nanoTime() - begun);
        }
        return took;
    }

    /** How quickly a chain is read and hashed again, by one thread. */
    private void verify() {
        ChainName chain = ChainName.of(clinic(0));
        long begun = System.nanoTime();
        long next = 1;
        List<Link> page = chains.links(chain, next, 1_000);
        while (!page.isEmpty()) {
            if (!page.stream().allMatch(Link::isWhole)) {
                throw new IllegalStateException("a chain that nobody touched is broken");
            }
            next += page.size();
            page = chains.links(chain, next, 1_000);
        }
        LOG.info(
                "verified {} entries, {} a second",
                next - 1,
                Math.round((next - 1) / ((System.nanoTime() - begun) / 1e9)));
    }
}
