/** What the commands have in common: the configuration they read, and how they fail. */
package ca.vitaravox.server.cli;
