/** Pages on which a call is tried, step by step. */
package ca.vitaravox.server.web.trial;
