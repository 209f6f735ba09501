/** Finding the caller's chart, and how sure we are that the caller may act for its patient. */
package ca.vitaravox.ports.patient;
