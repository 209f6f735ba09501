/**
 * Coming to a clinic's OSCAR for the first time: finding out where it is and which one, asking for consent, and saying
 * what is in the way. Whatever can be tried without a token is tried without one, since classic OSCAR deletes a token for
 * one wrong signature.
 */
package ca.vitaravox.oscar.connect;
