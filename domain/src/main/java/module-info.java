/**
 * The rules of a clinic's reception: who is calling, what is open, what may be booked, and how a booking becomes true.
 * Depends on the JDK and the ports alone; give it your own EMR ports, and it books. Start at
 * {@link ca.vitaravox.domain.FrontDesk}.
 */
module ca.vitaravox.domain {
    requires transitive ca.vitaravox.ports;

    exports ca.vitaravox.domain;
    exports ca.vitaravox.domain.access;
    exports ca.vitaravox.domain.audit;
    exports ca.vitaravox.domain.booking;
    exports ca.vitaravox.domain.call;
    exports ca.vitaravox.domain.clinic;
    exports ca.vitaravox.domain.patient;
    exports ca.vitaravox.domain.task;
    exports ca.vitaravox.domain.waitlist;
}
