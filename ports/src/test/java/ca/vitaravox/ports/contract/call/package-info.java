/** Contracts of the call room's driven ports. */
package ca.vitaravox.ports.contract.call;
