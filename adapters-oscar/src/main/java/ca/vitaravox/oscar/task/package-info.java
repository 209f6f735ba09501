/** Notes to staff in a clinic's OSCAR: ticklers. */
package ca.vitaravox.oscar.task;
