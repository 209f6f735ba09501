package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.ports.patient.Fingerprints;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.ports.patient.RegistrationJournal.Claim;
import ca.vitaravox.ports.patient.RegistrationJournal.CutOff;
import ca.vitaravox.ports.patient.RegistrationJournal.Registrant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Registers new patients: first the rules, then a claim on the person, then the chart. Thread-safe. */
final class RegistrationDesk implements Registration {
    /** How long after the caller's deadline a registration that never ended may be taken over. */
    private static final Duration TAKEOVER_MARGIN = Duration.ofSeconds(1);
    /** How often a registration under way is looked at while its end is awaited. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ClinicDirectory clinics;
    private final RegistrationJournal journal;
    private final ConsentRequests consents;
    private final MakingCharts making;
    private final UnfinishedCharts unfinished;
    private final Fingerprints fingerprints;
    private final InstantSource clock;
    private final Pause pause;

    RegistrationDesk(
            ClinicDirectory clinics,
            RegistrationJournal journal,
            ConsentRequests consents,
            MakingCharts making,
            UnfinishedCharts unfinished,
            Fingerprints fingerprints,
            InstantSource clock,
            Pause pause) {
        this.clinics = clinics;
        this.journal = journal;
        this.consents = consents;
        this.making = making;
        this.unfinished = unfinished;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public int finish() {
        return unfinished.finish();
    }

    @Override
    public Result register(CallContext call, Command command) {
        if (!clinics.clinic(call.clinic()).acceptingNewPatients()) {
            return new Result.NotAccepting();
        }
        Optional<Consent> consent = agreed(call, command);
        if (consent.isEmpty()) {
            consents.ask(call.clinic(), call.call(), command.words(), clock.instant());
            return new Result.ConsentRequired();
        }
        try {
            return register(call, command.patient(), registrant(call, command.patient(), consent.get()));
        } catch (EmrUnavailableException e) {
            return new Result.EmrUnavailable();
        }
    }

    /** By date of birth: whose name was spelled wrong need not agree again, and others do. */
    private Optional<Consent> agreed(CallContext call, Command command) {
        return command.agreed()
                ? consents.agree(
                        call.clinic(),
                        call.call(),
                        fingerprints.of("born " + command.patient().birthDate()))
                : Optional.empty();
    }

    private Registrant registrant(CallContext call, NewPatient patient, Consent consent) {
        String person = "person " + HeardNames.folded(patient.name().first()) + "|"
                + HeardNames.folded(patient.name().last()) + "|" + patient.birthDate();
        return new Registrant(fingerprints.of(person), call.call(), patient.name(), patient.birthDate(), consent);
    }

    private Result register(CallContext call, NewPatient patient, Registrant registrant) {
        while (true) {
            Claim claim = journal.claim(
                    call.clinic(),
                    registrant,
                    clock.instant(),
                    call.deadline().end().plus(TAKEOVER_MARGIN));
            if (claim instanceof Claim.Yours yours) {
                return making.make(new MakingCharts.Order(call, patient, registrant.person(), yours.attempt()));
            }
            if (claim instanceof Claim.Made made) {
                return making.identified(call, made.patient(), true);
            }
            Optional<Result> end =
                    claim instanceof Claim.TakenOver taken ? settled(call, patient, taken.request()) : awaited(call);
            if (end.isPresent()) {
                return end.get();
            }
        }
    }

    /** What became of a request that was cut off; empty if nothing did, so that it may be made anew. */
    private Optional<Result> settled(CallContext call, NewPatient patient, CutOff request) {
        UnfinishedCharts.End end = unfinished.settle(request, call.deadline());
        if (end instanceof UnfinishedCharts.End.There there) {
            return Optional.of(
                    request.registrant().call().equals(call.call())
                            ? making.identified(call, there.patient(), true)
                            : making.duplicate(call, patient, there.patient()));
        }
        return end instanceof UnfinishedCharts.End.Nowhere ? Optional.empty() : Optional.of(new Result.Pending());
    }

    /** Waits a moment for a registration under way; its end is not known if there is no time left for that. */
    private Optional<Result> awaited(CallContext call) {
        boolean inTime = call.deadline().allows(LOOK_AGAIN.multipliedBy(2), clock.instant());
        return inTime && paused() ? Optional.empty() : Optional.of(new Result.Pending());
    }

    private boolean paused() {
        try {
            pause.of(LOOK_AGAIN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
