package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;

/** What is simulated: the reception itself, or one that does something wrong and has to be found out. */
public interface Variant {
    /** The reception itself. */
    Variant REAL = new Variant() {};

    /** The book of slots that all servers share. */
    default Slots slots(Scheduler scheduler) {
        return Slots.inMemory();
    }

    /** The EMRs as one server uses them. */
    default FrontDesk.Emr emr(FrontDesk.Emr emr, Scheduler scheduler) {
        return emr;
    }

    /** How one server is reached. */
    default Switchboard switchboard(Premises premises) {
        return question -> Receptionist.of(premises.desk());
    }

    /**
     * Whether callers are reached through the tools of a voice platform: then it repeats questions under their ids, the
     * answer to one that changes something is one however often it comes, and none is late whatever stands still.
     */
    default boolean isSpoken() {
        return false;
    }

    /** The ledgers as one server uses them. */
    default FrontDesk.Ledgers ledgers(FrontDesk.Ledgers ledgers, Scheduler scheduler) {
        return ledgers;
    }
}
