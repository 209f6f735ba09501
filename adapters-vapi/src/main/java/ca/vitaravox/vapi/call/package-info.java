/** The phone call as the voice platform reports it: that it began, that it ended, and what it says of it after. */
package ca.vitaravox.vapi.call;
