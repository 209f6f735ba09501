/** Contracts of the patient room's driven ports. */
package ca.vitaravox.ports.contract.patient;
