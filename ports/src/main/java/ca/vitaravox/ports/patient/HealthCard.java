package ca.vitaravox.ports.patient;

import java.util.Optional;

/**
 * A provincial health card: its number, right for the province that issued it. British Columbia's and Ontario's numbers
 * have check digits, and Ontario's a version code; those of other provinces are taken as they come.
 *
 * @param number the number
 * @param province who issued it, as far as that is known
 */
public record HealthCard(HealthNumber number, Optional<ProvinceCode> province) {
    /** Refuses a number that is not one of its province's. */
    public HealthCard {
        boolean fits = switch (number.issuer()) {
            case BRITISH_COLUMBIA -> province.equals(Optional.of(ProvinceCode.BC));
            case ONTARIO ->
                province.equals(Optional.of(ProvinceCode.ON))
                        && number.version().isPresent();
            case OTHER ->
                province.filter(issuer -> issuer == ProvinceCode.BC || issuer == ProvinceCode.ON)
                        .isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("the health number is not one of its province's");
        }
    }
}
