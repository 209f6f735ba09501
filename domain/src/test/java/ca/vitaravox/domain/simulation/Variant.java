package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;

/** What is simulated: the reception itself, or one that does something wrong and has to be found out. */
interface Variant {
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

    /** The ledgers as one server uses them. */
    default FrontDesk.Ledgers ledgers(FrontDesk.Ledgers ledgers, Scheduler scheduler) {
        return ledgers;
    }
}
