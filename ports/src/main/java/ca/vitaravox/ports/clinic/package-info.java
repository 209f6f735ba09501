/** The clinic whose phone rings: who it is, when it is open, who works there and what can be booked. */
package ca.vitaravox.ports.clinic;
