/** Hearing from the database of what other servers did, and telling the pages that people have open. */
package ca.vitaravox.server.news;
