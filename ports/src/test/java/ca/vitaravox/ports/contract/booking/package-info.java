/** Contracts of the booking room's driven ports. */
package ca.vitaravox.ports.contract.booking;
