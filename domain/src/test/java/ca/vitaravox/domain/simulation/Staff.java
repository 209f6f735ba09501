package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The people at a clinic's front desk, who use the EMR as if we were not there. */
final class Staff {
    private static final Duration LENGTH = Duration.ofMinutes(15);

    private final World world;
    private final Chance chance;
    private final Clinic clinic;

    Staff(World world, Clinic clinic) {
        this.world = world;
        this.chance = world.chance();
        this.clinic = clinic;
    }

    /** Some patients have appointments already. */
    void prepare() {
        for (int patient = 0; patient < Town.PATIENTS.size(); patient++) {
            if (chance.happens(0.4)) {
                book(Town.patient(patient));
            }
        }
    }

    void work() {
        int pace = chance.between(3_000, 60_000);
        while (!world.isClosing()) {
            world.scheduler().pause(chance.millis(100, pace));
            int wish = chance.between(1, 4);
            List<Appointment> live = world.truth().live(clinic.id());
            if (wish <= 2 || live.isEmpty()) {
                book(Town.STAFFS_OWN);
            } else {
                Kept kept = new Kept(clinic.id(), chance.oneOf(live).id());
                if (wish == 3) {
                    world.truth().staffCancel(kept);
                } else {
                    world.truth().staffMove(kept, chance.oneOf(Town.PROVIDERS), offTheGrid());
                }
            }
        }
    }

    private void book(PatientId patient) {
        world.truth().staffBook(clinic.id(), Town.appointment(patient, chance.oneOf(Town.PROVIDERS), sometime()));
    }

    /** A quarter of an hour in which a provider works. */
    private TimeRange sometime() {
        return TimeRange.from(opening().plus(Duration.ofMinutes(5L * chance.between(0, 15))), LENGTH);
    }

    /** As {@link #sometime}; but what is moved to just where its patient asks us for a slot would be taken for ours. */
    private TimeRange offTheGrid() {
        return TimeRange.from(opening().plus(Duration.ofMinutes(15L * chance.between(0, 4) + 5)), LENGTH);
    }

    private Instant opening() {
        return Town.TODAY
                .plusDays(chance.between(0, Town.DAYS_AHEAD))
                .atTime(Town.OPENS)
                .atZone(clinic.zone())
                .toInstant();
    }
}
