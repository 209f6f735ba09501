package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.booking.InMemoryHoldLedger;
import ca.vitaravox.domain.booking.InMemoryToldAppointments;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import java.util.function.BiFunction;

/** Receptions that each do one thing wrong, as it is often done. */
final class Wrong {
    static final Variant CHECKS_THEN_INSERTS = new Variant() {
        @Override
        public Slots slots(Scheduler scheduler) {
            return Wrong.slots(scheduler);
        }
    };

    static final Variant LOCKS_IN_ONE_PROCESS = new Variant() {
        @Override
        public Slots slots(Scheduler scheduler) {
            return Wrong.slots(scheduler);
        }

        @Override
        public FrontDesk.Ledgers ledgers(FrontDesk.Ledgers ledgers, Scheduler scheduler) {
            return new OneProcessLock(scheduler).over(ledgers);
        }
    };

    /** Whether a call was told before its end is asked of the clocks of two servers. */
    static final Variant GOES_BY_CLOCKS = new Variant() {
        @Override
        public Slots slots(Scheduler scheduler) {
            InMemoryHoldLedger ledger = new InMemoryHoldLedger();
            return new Slots(ledger, ledger, ledger, new InMemoryToldAppointments());
        }
    };

    static final Variant DROPS_LATE_ARRIVALS = new Variant() {
        @Override
        public FrontDesk.Ledgers ledgers(FrontDesk.Ledgers all, Scheduler scheduler) {
            return with(all, all.holds(), all.journal(), new DropsLateArrivals(all.unfinished()));
        }
    };

    static final Variant REPEATS_BLINDLY = atTheEmr((emr, scheduler) -> new RepeatsBlindly(emr));
    static final Variant BELIEVES_ITS_WRITE = atTheEmr(BelievesItsWrite::new);
    static final Variant IS_PATIENT = atTheEmr((emr, scheduler) -> new IsPatient(emr));
    static final Variant MIXES_UP_CLINICS = atTheEmr((emr, scheduler) -> new MixesUpClinics(emr));

    private Wrong() {}

    private static Slots slots(Scheduler scheduler) {
        CheckThenInsert book = new CheckThenInsert(scheduler);
        return new Slots(book, book, book, new InMemoryToldAppointments());
    }

    private static Variant atTheEmr(BiFunction<Appointments, Scheduler, Appointments> wrong) {
        return new Variant() {
            @Override
            public FrontDesk.Emr emr(FrontDesk.Emr emr, Scheduler scheduler) {
                return new FrontDesk.Emr(emr.charts(), wrong.apply(emr.appointments(), scheduler), emr.schedules());
            }
        };
    }

    /** The same ledgers with another book of slots. */
    static FrontDesk.Ledgers with(
            FrontDesk.Ledgers all, HoldLedger holds, BookingJournal journal, UnfinishedWrites unfinished) {
        return new FrontDesk.Ledgers(
                all.clinics(),
                all.identities(),
                all.failures(),
                all.registering(),
                all.knownCallers(),
                holds,
                journal,
                unfinished,
                all.told(),
                all.tasks(),
                all.trail(),
                all.calls(),
                all.transcripts(),
                all.transferPlans(),
                all.transfers(),
                all.waiting(),
                all.slips());
    }
}
