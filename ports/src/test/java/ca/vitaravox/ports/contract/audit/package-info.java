/** Contracts of the audit room's driven ports. */
package ca.vitaravox.ports.contract.audit;
