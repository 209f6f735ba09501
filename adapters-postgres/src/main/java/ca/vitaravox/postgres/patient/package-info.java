/** Who was identified in which call, failed attempts at it, and the charts of the demo EMR. */
package ca.vitaravox.postgres.patient;
