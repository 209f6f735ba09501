/** Pages about what waits for a clinic's staff. */
package ca.vitaravox.server.web.task;
