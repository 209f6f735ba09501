package ca.vitaravox.ports.patient;

/** The provinces and territories of Canada, by the codes of Canada Post. */
public enum ProvinceCode {
    /** Alberta. */
    AB,
    /** British Columbia. */
    BC,
    /** Manitoba. */
    MB,
    /** New Brunswick. */
    NB,
    /** Newfoundland and Labrador. */
    NL,
    /** Nova Scotia. */
    NS,
    /** Northwest Territories. */
    NT,
    /** Nunavut. */
    NU,
    /** Ontario. */
    ON,
    /** Prince Edward Island. */
    PE,
    /** Quebec. */
    QC,
    /** Saskatchewan. */
    SK,
    /** Yukon. */
    YT
}
