/** What every implementation of the ports of this room keeps. */
package ca.vitaravox.ports.contract.waitlist;
