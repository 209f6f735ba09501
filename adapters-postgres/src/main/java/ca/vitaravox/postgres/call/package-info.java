/** The records of calls, and the one answer of each tool call that writes. */
package ca.vitaravox.postgres.call;
