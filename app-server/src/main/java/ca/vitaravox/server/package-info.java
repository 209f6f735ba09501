/** The command line, and everything wired together. */
package ca.vitaravox.server;
