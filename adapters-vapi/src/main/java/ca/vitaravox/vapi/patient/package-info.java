/** The voice tools that find the caller's chart and tell what is on it. */
package ca.vitaravox.vapi.patient;
