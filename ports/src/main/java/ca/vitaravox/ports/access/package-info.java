/** Who is asking: one phone call at one clinic, for whom it is made, and until when an answer counts. */
package ca.vitaravox.ports.access;
