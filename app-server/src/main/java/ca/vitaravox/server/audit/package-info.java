/** The audit trail for people: over HTTP, as files, and its anchors; and how changes of settings get into it. */
package ca.vitaravox.server.audit;
