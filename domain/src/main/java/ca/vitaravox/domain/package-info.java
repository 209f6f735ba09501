/** The reception as a library: give {@link ca.vitaravox.domain.FrontDesk} an EMR, and it books. */
package ca.vitaravox.domain;
