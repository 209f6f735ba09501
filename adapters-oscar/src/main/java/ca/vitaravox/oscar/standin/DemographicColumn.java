package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Optional;

/** The columns of OSCAR's {@code demographic} table that matter here, with their widths; what is longer is cut off. */
public enum DemographicColumn {
    /** Family name, in capitals when staff enter it. */
    LAST_NAME(30, "/lastName"),
    /** Given name. */
    FIRST_NAME(30, "/firstName"),
    /** {@code F}, {@code M} and others. */
    SEX(1, "/sex"),
    /** Year of birth, four digits. */
    YEAR_OF_BIRTH(4, "/dobYear"),
    /** Month of birth, two digits if whoever wrote it took care. */
    MONTH_OF_BIRTH(2, "/dobMonth"),
    /** Day of birth, two digits if whoever wrote it took care. */
    DAY_OF_BIRTH(2, "/dobDay"),
    /** Home phone as typed; the only number that can be searched. */
    PHONE(20, "/phone", ""),
    /** Work phone. */
    PHONE2(20, "/alternativePhone", ""),
    /** E-mail address. */
    EMAIL(100, "/email"),
    /** Health number. */
    HIN(20, "/hin"),
    /** Its version code. */
    VERSION(3, "/ver"),
    /** The province of the health number. */
    HC_TYPE(20, "/hcType"),
    /** The number of the patient's provider. */
    PROVIDER(6, "/providerNo"),
    /** {@code AC} for active, {@code DE} for deceased or deleted, and others. */
    PATIENT_STATUS(20, "/patientStatus"),
    /** {@code RO} if rostered. */
    ROSTER_STATUS(20, "/rosterStatus", ""),
    /** The clinic's own number for the chart. */
    CHART_NO(10, "/chartNo", ""),
    /** Another name. */
    ALIAS(70, "/alias", ""),
    /** The language to speak. */
    SPOKEN_LANGUAGE(60, "/spokenLanguage"),
    /** English or French. */
    OFFICIAL_LANGUAGE(60, "/officialLanguage"),
    /** Street and number. */
    ADDRESS(60, "/address/address"),
    /** City. */
    CITY(50, "/address/city"),
    /** Province. */
    PROVINCE(20, "/address/province"),
    /** Postal code. */
    POSTAL(9, "/address/postal"),
    /** Cell phone: really a row of {@code demographicExt} with the key {@code demo_cell}. */
    CELL_PHONE(255),
    /** Not in the interface, hence wiped by a PUT. */
    RESIDENTIAL_ADDRESS(60),
    /** Not in the interface, hence wiped by a PUT. */
    RESIDENTIAL_CITY(50),
    /** Preferred name: not in the interface, hence wiped by a PUT. */
    PREFERRED_NAME(30),
    /** Not in the interface, hence wiped by a PUT. */
    ROSTER_ENROLLED_TO(20),
    /** Not in the interface, hence wiped by a PUT. */
    CONSENT_TO_EMAIL(1);

    private final int width;
    private final JsonPointer place;
    private final String ifLeftOut;

    DemographicColumn(int width) {
        this(width, null, null);
    }

    DemographicColumn(int width, String place) {
        this(width, place, null);
    }

    DemographicColumn(int width, String place, String ifLeftOut) {
        this.width = width;
        this.place = place == null ? null : JsonPointer.compile(place);
        this.ifLeftOut = ifLeftOut;
    }

    /** Where it is in the interface's JSON, if it is. */
    Optional<JsonPointer> place() {
        return Optional.ofNullable(place);
    }

    /** What is stored when a request leaves it out; may be null. */
    String ifLeftOut() {
        return ifLeftOut;
    }

    String cut(String value) {
        return Texts.cut(value, width);
    }
}
