package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Driven port: the slots offered and held. It keeps what blocks time from overlapping for one provider, among all
 * callers and all servers at once; that promise, not any check before, is what prevents double bookings. Thread-safe.
 */
public interface HoldLedger {
    /** How long a hold lasts from when it was made or renewed. */
    Duration HOLD = Duration.ofMinutes(3);
    /** How long a hold lasts at most, however often renewed. */
    Duration LONGEST_HOLD = Duration.ofMinutes(10);
    /** How many live holds a phone call may have. */
    int MOST_PER_CALL = 3;
    /** How many live holds the calls from one number to one clinic may have together. */
    int MOST_PER_NUMBER = 5;
    /** How many live holds the calls from withheld numbers to one clinic may have together. */
    int MOST_WITHHELD = 20;
    /** How long a confirmed booking still blocks its time here, until every reader of the EMR has seen it there. */
    Duration SETTLING = Duration.ofMinutes(1);

    /**
     * What blocks time of these providers within the window: holds not run out, writes under way, bookings not
     * settled, and what was perhaps written and may still arrive.
     */
    List<Block> blocks(ClinicId clinic, Set<ProviderId> providers, TimeRange window, Instant now);

    /**
     * Offers slots to a call, in order of preference. First the call's holds that this offer {@linkplain Block#yieldsTo
     * replaces} are released. Then, if {@code hold}, the first candidate whose time nothing blocks is held for
     * {@link #HOLD}; candidates before it are dropped, as are any whose time is blocked; of those left, {@code most}
     * are offered in all. Time is blocked by what {@link #blocks} shows; the hold just made blocks no other candidate.
     *
     * <p>Where the call, its number or the clinic's withheld numbers have as many live holds as they may, nothing is held,
     * as if {@code hold} were false: whoever keeps too much to themselves may still book, as long as nobody else does
     * first. These bounds hold among all callers and all servers at once.
     *
     * @param caller the calling number, always the same for a call; empty when withheld; forgotten when the hold ends
     * @param candidates slots of one call and one patient (or none), with new ids
     * @param most how many to offer, the held one included
     */
    Offer offer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now);

    /** Renews the call's holds to {@link #HOLD} from now, but never past {@link #LONGEST_HOLD} from when it was made. */
    void renew(ClinicId clinic, CallId call, Instant now);

    /** Releases the call's holds: it is over. Writes under way and bookings stay. */
    void release(ClinicId clinic, CallId call, Instant now);

    /**
     * What is offered.
     *
     * @param slots the slots now offered, in order; empty if every candidate was blocked
     * @param held whether the first of them is held
     */
    record Offer(List<Slot> slots, boolean held) {
        /** Nothing. */
        public static final Offer NOTHING = new Offer(List.of(), false);

        /** Copies the list. */
        public Offer {
            slots = List.copyOf(slots);
        }
    }

    /**
     * Holds a slot until {@code until}, which may be longer than any call holds one, in the name of the call that the
     * slot names. Else it is a hold like others.
     *
     * @param caller the number of whoever it is held for, among whose holds it counts
     * @return false if something blocks its time; nothing is held then
     */
    boolean keep(ClinicId clinic, Optional<PhoneNumber> caller, Slot slot, Instant until, Instant now);

    /**
     * A hold goes over to another call, without its time being free in between. It holds for {@link #HOLD} from now and
     * is renewed by that call, but neither makes it last longer than it would have lasted before.
     *
     * @param caller the number of that call
     * @return false if the slot is not held any more; nothing is changed then
     */
    boolean handOver(ClinicId clinic, SlotId slot, CallId to, Optional<PhoneNumber> caller, Instant now);

    /**
     * Time of a provider that is blocked.
     *
     * @param call for which call
     * @param patient for whom, if that was said
     * @param provider whose time
     * @param time when
     * @param visitType what for
     * @param held whether it is a mere hold, not yet a write or booking
     */
    record Block(
            CallId call,
            Optional<PatientId> patient,
            ProviderId provider,
            TimeRange time,
            VisitTypeCode visitType,
            boolean held) {
        /**
         * Whether this gives way when its call searches anew or claims another slot: a hold of the same call, unless
         * each is for a patient and they are two.
         */
        public boolean yieldsTo(CallId searching, Optional<PatientId> searchedFor) {
            boolean twoPatients = patient.isPresent() && searchedFor.isPresent() && !patient.equals(searchedFor);
            return held && call.equals(searching) && !twoPatients;
        }
    }
}
