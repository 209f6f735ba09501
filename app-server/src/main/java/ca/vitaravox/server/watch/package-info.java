/** What is told of a running server: figures for Prometheus, and traces. Nothing of it is about a person. */
package ca.vitaravox.server.watch;
