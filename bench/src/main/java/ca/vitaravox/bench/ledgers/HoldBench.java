package ca.vitaravox.bench.ledgers;

import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.postgres.booking.PostgresHoldLedger;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the statement that holds an opening with advisory locks, on one server, in turns. */
public final class HoldBench {
    private static final Logger LOG = LoggerFactory.getLogger(HoldBench.class);
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** How long what is sent takes to the database: on the same machine, in the same room, and in the next building. */
    private static final List<Duration> DISTANCES =
            List.of(Duration.ZERO, Duration.ofNanos(250_000), Duration.ofNanos(500_000), Duration.ofMillis(1));

    private static final int TURNS = 4;
    private static final int THREADS = 32;

    private final BenchServer server;
    private final int threads;
    private final Duration length;
    private final Holding constraint;
    private final Holding advisory;

    private HoldBench(BenchServer server, int threads, Duration length, ClinicTransactions transactions) {
        this.server = server;
        this.threads = threads;
        this.length = length;
        HoldLedger ledger = new PostgresHoldLedger(transactions);
        constraint = (clinic, candidates, now) -> ledger.offer(
                        clinic, numberOf(candidates.get(0).call()), candidates, true, 1, now)
                .held();
        advisory = new AdvisoryHolding(transactions);
    }

    /** Each call comes from a number of its own. */
    private static Optional<PhoneNumber> numberOf(CallId call) {
        return Optional.of(new PhoneNumber("+1604" + (1_000_000_000L + (call.hashCode() & 0xffffff))));
    }

    /**
     * Measures, and says what came of it.
     *
     * @param arguments how many seconds a turn takes, if not 15; how many callers ask at once, if not 32; and how many
     *     microseconds it is to the database, if not all of the distances are to be measured
     */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15);
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : THREADS;
        LOG.info(
                "{} threads, {} providers, {} processors, Java {}",
                threads,
                Load.PROVIDERS,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        try (BenchServer server = new BenchServer(threads)) {
            server.run("bench_owner", AdvisoryHolding.TABLE);
            List<Duration> distances = arguments.length > 2
                    ? List.of(Duration.ofNanos(Integer.parseInt(arguments[2]) * 1_000L))
                    : DISTANCES;
            for (Duration oneWay : distances) {
                try (Distance distance = Distance.to(server.port(), oneWay);
                        HikariDataSource pool = server.pool(oneWay.isZero() ? server.port() : distance.port())) {
                    LOG.info("{} us one way", oneWay.toNanos() / 1_000);
                    HoldBench bench = new HoldBench(server, threads, length, BenchServer.transactions(pool));
                    bench.compare(Load.QUIET);
                    bench.compare(Load.RUSH);
                }
            }
        }
    }

    private void compare(Load load) throws Exception {
        LOG.info("{}: {} s a turn", load.name(), length.toSeconds());
        LOG.info("                asked/s    held/s   p50 ms   p99 ms  CPU us for each asked: PostgreSQL, Java");
        turn("warm-up A", constraint, load, WARM_UP);
        turn("warm-up B", advisory, load, WARM_UP);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            double a = turn("A constraint", constraint, load, length).asked();
            double b = turn("B advisory", advisory, load, length).asked();
            ratios.add(a / b);
        }
        ratios.sort(Comparator.naturalOrder());
        LOG.info("A/B {} (median {})", each(ratios), two((ratios.get(TURNS / 2 - 1) + ratios.get(TURNS / 2)) / 2));
    }

    private Round.Result turn(String name, Holding holding, Load load, Duration turn) throws Exception {
        prepare();
        Duration before = server.cpu();
        Duration own = own();
        Round.Result result = new Round(holding, BenchServer.CLINIC, load, threads).run(turn);
        double asked = result.asked() * turn.toSeconds();
        double ours = own().minus(own).toNanos() / 1e3 / asked;
        double cpu = server.cpu().minus(before).toNanos() / 1e3 / asked;
        LOG.info("%-14s %8.0f  %8.0f  %7.1f  %7.1f  %7.0f  %7.0f"
                .formatted(name, result.asked(), result.held(), result.median(), result.slow(), cpu, ours));
        return result;
    }

    /**
     * Forgets what the turn before held and left to be written. What stays is a week of slots that block nothing any
     * more, as a server has them, and what PostgreSQL knows of them for its plans.
     */
    private void prepare() throws SQLException {
        server.run("postgres", """
                TRUNCATE slots, unfinished_writes, advisory_slots;
                INSERT INTO slots (
                    clinic_id, slot_id, call_id, patient_id, provider_id, starts, ends, visit_type, offered_at, state,
                    blocks)
                SELECT '%s', substr(md5('old' || n), 1, 12), 'old-call-' || n / 3, n %% 5000, 101 + n %% 20,
                       at, at + interval '15 minutes', 'checkup', at - interval '3 days',
                       CASE WHEN n %% 3 = 0 THEN 'released' ELSE 'offered' END, false
                  FROM generate_series(1, 10000) AS n,
                       LATERAL (SELECT timestamptz '2026-02-22T17:00Z' + n / 20 * interval '15 minutes' AS at) AS t;
                INSERT INTO advisory_slots SELECT * FROM slots;
                """.formatted(BenchServer.CLINIC));
        server.run("postgres", "VACUUM ANALYZE slots");
        server.run("postgres", "VACUUM ANALYZE advisory_slots");
        server.run("postgres", "CHECKPOINT");
    }

    private static Duration own() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static List<String> each(List<Double> ratios) {
        return ratios.stream().map(HoldBench::two).toList();
    }

    private static String two(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
