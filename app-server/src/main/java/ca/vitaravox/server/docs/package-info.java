/** The description of the HTTP interface, and the page to read it on. */
package ca.vitaravox.server.docs;
