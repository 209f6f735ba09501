/** Pages about calls: which there were, and what happened in one. */
package ca.vitaravox.server.web.call;
