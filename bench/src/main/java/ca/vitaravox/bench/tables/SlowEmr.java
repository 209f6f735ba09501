package ca.vitaravox.bench.tables;

import ca.vitaravox.bench.contender.Contender;
import ca.vitaravox.bench.contender.Contenders;
import ca.vitaravox.bench.contender.Cost;
import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.world.BenchServer;
import ca.vitaravox.bench.world.SlowOscars;
import ca.vitaravox.bench.world.Town;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The same calls at clinics whose OSCARs answer after 200 ms, and what callers hear when those answer no more. */
final class SlowEmr {
    private static final Logger LOG = LoggerFactory.getLogger(SlowEmr.class);
    private static final Duration DELAY = Duration.ofMillis(200);
    private static final int CLINICS = 5;
    private static final int PATIENTS = 400;
    private static final int WARM = 1_500;
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(60);
    private static final int TURNS_LONG = 8;

    /** So many that each clinic's OSCAR fails often enough to be left alone. */
    private static final Callers MANY = Callers.eager(20);

    private static final Callers LATER = new Callers(20, Duration.ofMillis(500));

    private SlowEmr() {}

    static void run(Duration turn) throws Exception {
        try (BenchServer server = new BenchServer(2)) {
            Town town = Town.build(server, CLINICS, PATIENTS);
            try (SlowOscars oscars = new SlowOscars(server, town);
                    Contender ours = new Contenders(server, Bench.root())
                            .ours(Map.of("VITARAVOX_EMR_ALLOWED_HOSTS", oscars.hosts()))) {
                ours.warm(Callers.eager(8), Question.booking(town), WARM, MOST_WARM_UP);
                oscars.answerAfter(DELAY);
                oscars.forget();
                LOG.info("OSCARs that answer after {} ms, 50 calls at once", DELAY.toMillis());
                Cost slow = ours.measure(Calls.FIFTY, Question.booking(town), turn.multipliedBy(TURNS_LONG));
                Calls.report(slow.timed());
                LOG.info(
                        "{} EMR requests for each request, {} failures",
                        Table.number(oscars.requests() / (double) slow.timed().requests()),
                        slow.timed().failures());
                oscars.stall();
                LOG.info("OSCARs that answer no more, the first calls");
                Calls.report(ours.measure(MANY, Question.vainLookup(town), turn).timed());
                LOG.info("those after them; one of each clinic tries every five seconds");
                Calls.report(ours.measure(LATER, Question.vainLookup(town), turn.multipliedBy(2))
                        .timed());
            }
        }
    }
}
