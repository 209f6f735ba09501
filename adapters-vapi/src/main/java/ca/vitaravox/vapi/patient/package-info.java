/** The voice tools that find the caller's chart, tell what is on it, and make one for a new patient. */
package ca.vitaravox.vapi.patient;
