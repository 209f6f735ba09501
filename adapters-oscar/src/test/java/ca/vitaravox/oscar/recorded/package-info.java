/** What running OSCARs were recorded to answer, for tests to read. */
package ca.vitaravox.oscar.recorded;
