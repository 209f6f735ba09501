/** The administration as a whole: its routes together, and its commands. */
package ca.vitaravox.server.admin;
