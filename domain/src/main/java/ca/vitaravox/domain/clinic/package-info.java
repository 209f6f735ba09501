/** Whether a clinic is open, and when next. */
package ca.vitaravox.domain.clinic;
