/** Commands for whoever has a shell on the server: the first admin, recovery, new encryption keys. */
package ca.vitaravox.server.console;
