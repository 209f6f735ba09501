/** The voice tools about the clinic itself. */
package ca.vitaravox.vapi.clinic;
