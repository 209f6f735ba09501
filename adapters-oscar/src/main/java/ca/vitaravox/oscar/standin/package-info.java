/**
 * A stand-in for OSCAR's REST interface, for the demo and for tests: an HTTP server that checks signatures as OSCAR does
 * and answers as two OSCARs were recorded to answer, their traps included, with faults on command and its tables open to
 * the tests. It knows nothing of the adapter, which meets it over HTTP only.
 *
 * <p>Where a class says <em>measured</em>, a recording in the test resources shows it and a test compares; <em>read</em>
 * means read in OSCAR's source; <em>assumed</em> means neither.
 */
package ca.vitaravox.oscar.standin;
