/** What a clinic's people take with them as files, for a spreadsheet. */
package ca.vitaravox.server.export;
