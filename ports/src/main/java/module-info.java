/**
 * The language of VitaraVox: the values every module speaks in, the use cases it offers (driving ports) and what those
 * use cases need from outside (driven ports). Depends on the JDK alone.
 */
module ca.vitaravox.ports {
    exports ca.vitaravox.ports.access;
    exports ca.vitaravox.ports.audit;
    exports ca.vitaravox.ports.booking;
    exports ca.vitaravox.ports.call;
    exports ca.vitaravox.ports.clinic;
    exports ca.vitaravox.ports.patient;
    exports ca.vitaravox.ports.task;
    exports ca.vitaravox.ports.waitlist;
}
