package ca.vitaravox.server.clinic;

import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Province;
import java.util.Optional;

/**
 * How statutory holidays are spoken here. The library's own names are not used: its Victoria Day is a birthday, its
 * British Columbia Day a civic day, its French Boxing Day about boxing, and it has no Chinese.
 */
enum HolidayName {
    NEW_YEAR("New Year’s Day", "jour de l’An", "元旦"),
    FAMILY_DAY("Family Day", "jour de la Famille", "家庭日"),
    GOOD_FRIDAY("Good Friday", "Vendredi saint", "耶稣受难日"),
    VICTORIA_DAY("Victoria Day", "fête de la Reine", "维多利亚日"),
    CANADA_DAY("Canada Day", "fête du Canada", "加拿大日"),
    BRITISH_COLUMBIA_DAY("British Columbia Day", "jour de la Colombie-Britannique", "卑诗省日"),
    LABOUR_DAY("Labour Day", "fête du Travail", "劳动节"),
    TRUTH_RECONCILIATION_DAY(
            "National Day for Truth and Reconciliation",
            "Journée nationale de la vérité et de la réconciliation",
            "全国真相与和解日"),
    THANKSGIVING("Thanksgiving", "Action de grâce", "感恩节"),
    REMEMBRANCE("Remembrance Day", "jour du Souvenir", "国殇纪念日"),
    CHRISTMAS("Christmas Day", "Noël", "圣诞节"),
    BOXING_DAY("Boxing Day", "lendemain de Noël", "节礼日");

    /** The library's key for any province's holiday on the first Monday of August. */
    private static final String CIVIC = "CIVIC";

    private final String english;
    private final String french;
    private final String chinese;

    HolidayName(String english, String french, String chinese) {
        this.english = english;
        this.french = french;
        this.chinese = chinese;
    }

    /** The holiday that the library means by this key; empty for one that none of the three provinces has. */
    static Optional<HolidayName> of(Province province, String key) {
        if (key.equals(CIVIC)) {
            return province == Province.BRITISH_COLUMBIA ? Optional.of(BRITISH_COLUMBIA_DAY) : Optional.empty();
        }
        String name = key.substring(key.lastIndexOf('.') + 1);
        for (HolidayName holiday : values()) {
            if (holiday.name().equals(name)) {
                return Optional.of(holiday);
            }
        }
        return Optional.empty();
    }

    String spoken(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case FRENCH -> french;
            case CHINESE -> chinese;
        };
    }
}
