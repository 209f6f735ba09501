/** The audit trail for people: over HTTP, as files, and its anchors. */
package ca.vitaravox.server.audit;
