/** The door of the administration: passwords, tokens, cookies, the table of who may do what, and its own routes. */
package ca.vitaravox.server.access;
