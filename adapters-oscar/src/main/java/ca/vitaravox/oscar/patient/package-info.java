/** Charts of a clinic's OSCAR: searched, shown and made. */
package ca.vitaravox.oscar.patient;
