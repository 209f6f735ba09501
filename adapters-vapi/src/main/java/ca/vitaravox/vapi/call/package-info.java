/** Phone calls as the voice platform tells of them, and the voice tools about the call itself. */
package ca.vitaravox.vapi.call;
