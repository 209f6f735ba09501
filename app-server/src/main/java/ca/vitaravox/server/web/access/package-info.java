/** Pages about who may come in: signing in and out, one's own account, users. */
package ca.vitaravox.server.web.access;
