package ca.vitaravox.oscar.standin;

/** How one endpoint is answered. */
interface Answer {
    /**
     * The answer, after whatever the call does to the tables.
     *
     * @throws Refused where OSCAR's resource throws
     */
    Reply to(Call call);
}
