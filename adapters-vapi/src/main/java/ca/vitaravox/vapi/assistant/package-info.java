/**
 * Who answers the phone: the assistant saved at the voice platform for the line that was called, or one described on
 * the spot from the clinic and the catalogue of tools.
 */
package ca.vitaravox.vapi.assistant;
