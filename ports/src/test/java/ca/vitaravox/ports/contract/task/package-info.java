/** Contracts of the ports of this room. */
package ca.vitaravox.ports.contract.task;
