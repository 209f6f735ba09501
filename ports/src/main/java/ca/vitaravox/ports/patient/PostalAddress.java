package ca.vitaravox.ports.patient;

/**
 * Where a patient lives, in Canada. Its text is hidden. The lengths are as much as every EMR we know has room for.
 *
 * @param street house and street, and the unit; 1 to 60 characters
 * @param city 1 to 50 characters
 * @param province the province or territory
 * @param postalCode the postal code
 */
public record PostalAddress(String street, String city, ProvinceCode province, PostalCode postalCode) {
    /** The longest street. */
    public static final int LONGEST_STREET = 60;
    /** The longest name of a city. */
    public static final int LONGEST_CITY = 50;

    /** Refuses what is empty or too long; surrounding blanks are dropped. */
    public PostalAddress {
        street = street.strip();
        city = city.strip();
        if (street.isEmpty() || street.length() > LONGEST_STREET || city.isEmpty() || city.length() > LONGEST_CITY) {
            throw new IllegalArgumentException("a street has 1 to 60 characters, a city 1 to 50");
        }
    }

    @Override
    public String toString() {
        return "PostalAddress[hidden]";
    }
}
