/** The trail of everything that was seen or changed in a chart. */
package ca.vitaravox.ports.audit;
