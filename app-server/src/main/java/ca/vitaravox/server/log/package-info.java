/** How log lines look: for people or for machines, one line each, without the words of foreign exceptions. */
package ca.vitaravox.server.log;
