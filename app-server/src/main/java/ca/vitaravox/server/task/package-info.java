/** What waits for the staff of clinics, over HTTP. */
package ca.vitaravox.server.task;
