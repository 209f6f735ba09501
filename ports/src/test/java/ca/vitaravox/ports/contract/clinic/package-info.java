/** Contracts of the clinic room's driven ports. */
package ca.vitaravox.ports.contract.clinic;
