/** Hearing from the database of what other servers did. */
package ca.vitaravox.server.news;
