package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.emr.InMemoryEmr;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Charts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Everything there is in one simulation. */
final class World {
    /** How long, after everybody has hung up and all works again, until everything must be in order. */
    private static final Duration TIME_TO_FINISH = Duration.ofMinutes(5);

    /** By how many milliseconds the clock of a server may be ahead or behind. */
    private static final List<Integer> CLOCKS = List.of(0, 5, 200, 400);

    /** Within how many milliseconds everybody calls: all at once, or spread over two minutes. */
    private static final List<Integer> RUSHES = List.of(100, 10_000, 120_000);

    private final Chance chance;
    private final boolean spoken;
    private final Story story = new Story(Town.BEGINNING);
    private final Scheduler scheduler;
    private final Weather weather;
    private final Truth truth;
    private final Notes notes = new Notes();
    private final Promises promises;
    private final Ledgers ledgers;
    private final Servers servers;
    private final List<Clinic> clinics;
    private final Invariants invariants;
    private int callsLeft;
    private int slotIds;
    private boolean closing;

    World(long seed, Variant variant, Executor threads) {
        chance = new Chance(seed);
        spoken = variant.isSpoken();
        clinics =
                IntStream.range(0, chance.between(1, 3)).mapToObj(Town::clinic).toList();
        weather = new Weather(chance, clinics.stream().map(Clinic::id).toList(), Town.BEGINNING);
        scheduler = new Scheduler(chance, threads, Town.BEGINNING, this::check);
        Map<ClinicId, InMemoryEmr> emrs = new LinkedHashMap<>();
        clinics.forEach(clinic -> emrs.put(clinic.id(), Town.emr(clinic)));
        truth = new Truth(scheduler, story, emrs);
        promises = new Promises(scheduler, truth);
        ledgers = new Ledgers(clinics, variant.slots(scheduler), notes, scheduler, story);
        Network network = new Network(scheduler, chance, weather, truth);
        Wires wires = new Wires(scheduler, weather);
        int clocks = chance.oneOf(CLOCKS);
        servers = new Servers(scheduler, chance, weather, story, crew -> {
            OwnTime time = new OwnTime(scheduler, Duration.ofMillis(chance.between(-clocks, clocks)));
            FrontDesk.Ledgers within = variant.ledgers(ledgers.through(wires), scheduler);
            FrontDesk desk = FrontDesk.of(variant.emr(emr(network, time), scheduler), within, senses(time));
            Premises premises = new Premises(desk, within, ledgers.replies(wires), crew, time, scheduler);
            return new Server(crew, desk, variant.switchboard(premises), time);
        });
        invariants = new Invariants(this);
        story.tell(scheduler.instant(), "weather", weather.toString());
    }

    private static FrontDesk.Emr emr(Network network, OwnTime time) {
        return new FrontDesk.Emr(
                time.to(Charts.class, network),
                time.to(Appointments.class, network),
                time.to(Schedules.class, network));
    }

    private FrontDesk.Senses senses(OwnTime time) {
        return new FrontDesk.Senses(
                time,
                () -> new SlotId("slot" + ++slotIds),
                new TownPause(scheduler),
                String::equals,
                text -> Integer.toHexString(text.hashCode()),
                (province, day, language) -> Optional.empty(),
                Runnable::run);
    }

    /** Lets everything happen; throws an {@link AssertionError} if something happens that must not. */
    void run() throws InterruptedException {
        IntStream.range(0, chance.between(1, 3)).forEach(each -> servers.open());
        scheduler.start("fate", servers::suffer);
        for (Clinic clinic : clinics) {
            Staff staff = new Staff(this, clinic);
            staff.prepare();
            scheduler.start("staff of " + clinic.id(), staff::work);
            int rush = chance.oneOf(RUSHES);
            IntStream.rangeClosed(1, chance.between(2, 8)).forEach(call -> receive(clinic, call, rush));
        }
        scheduler.start("end", this::end);
        scheduler.run();
        new InTheEnd(this).check();
    }

    private void receive(Clinic clinic, int call, int withinMillis) {
        callsLeft++;
        int patient = chance.between(0, Town.PATIENTS.size() - 1);
        Phone phone = new Phone(this, clinic.id(), new CallId("call-" + call), Town.phone(patient));
        scheduler.start("caller " + call, () -> {
            scheduler.pause(chance.millis(0, withinMillis));
            boolean both = patient < Town.FAMILY && chance.happens(0.5);
            new Caller(this, phone, both ? List.of(0, 1) : List.of(patient)).call();
            callsLeft--;
        });
    }

    private void end() {
        scheduler.await(() -> callsLeft == 0, Town.BEGINNING.plus(Duration.ofHours(1)));
        closing = true;
        weather.clears();
        story.tell(scheduler.instant(), "end", "everybody has hung up, everything works again");
        if (servers.any().isEmpty()) {
            servers.open();
        }
        scheduler.pause(TIME_TO_FINISH);
        servers.close();
    }

    private void check() {
        invariants.check();
    }

    /** Whether callers speak with this town through the tools of a voice platform. */
    boolean isSpoken() {
        return spoken;
    }

    boolean isClosing() {
        return closing;
    }

    Chance chance() {
        return chance;
    }

    Story story() {
        return story;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Weather weather() {
        return weather;
    }

    Truth truth() {
        return truth;
    }

    Notes notes() {
        return notes;
    }

    Promises promises() {
        return promises;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    Servers servers() {
        return servers;
    }

    List<Clinic> clinics() {
        return new ArrayList<>(clinics);
    }
}
