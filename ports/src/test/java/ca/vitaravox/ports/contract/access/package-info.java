/** What every implementation of the ports of access promises. */
package ca.vitaravox.ports.contract.access;
