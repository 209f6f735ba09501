/**
 * Who is asking: one phone call at one clinic, for whom it is made, and until when an answer counts; or a user of the
 * administration, in a session.
 */
package ca.vitaravox.ports.access;
