package ca.vitaravox.server.doctor;

import java.util.List;

/** Looks at one thing. */
@FunctionalInterface
interface Check {
    /** What is found; at least one finding. What breaks a check is a finding, not an exception. */
    List<Finding> look();
}
