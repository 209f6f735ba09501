/** Calls, and where they are handed on to, over HTTP. */
package ca.vitaravox.server.call;
