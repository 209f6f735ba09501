package ca.vitaravox.ports.clinic;

/** A province whose statutory holidays are known here. */
public enum Province {
    /** British Columbia. */
    BRITISH_COLUMBIA,
    /** Alberta. */
    ALBERTA,
    /** Ontario. */
    ONTARIO
}
