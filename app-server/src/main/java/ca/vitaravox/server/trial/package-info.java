/**
 * Calls that users of the administration try out, step by step: everything as in a call on the phone, through the same
 * webhook, on demo data alone.
 */
package ca.vitaravox.server.trial;
