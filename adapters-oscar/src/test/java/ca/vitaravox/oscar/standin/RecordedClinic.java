package ca.vitaravox.oscar.standin;

import static ca.vitaravox.oscar.standin.DemographicColumn.ADDRESS;
import static ca.vitaravox.oscar.standin.DemographicColumn.CELL_PHONE;
import static ca.vitaravox.oscar.standin.DemographicColumn.CITY;
import static ca.vitaravox.oscar.standin.DemographicColumn.EMAIL;
import static ca.vitaravox.oscar.standin.DemographicColumn.HC_TYPE;
import static ca.vitaravox.oscar.standin.DemographicColumn.HIN;
import static ca.vitaravox.oscar.standin.DemographicColumn.OFFICIAL_LANGUAGE;
import static ca.vitaravox.oscar.standin.DemographicColumn.PATIENT_STATUS;
import static ca.vitaravox.oscar.standin.DemographicColumn.PHONE;
import static ca.vitaravox.oscar.standin.DemographicColumn.PHONE2;
import static ca.vitaravox.oscar.standin.DemographicColumn.POSTAL;
import static ca.vitaravox.oscar.standin.DemographicColumn.PROVIDER;
import static ca.vitaravox.oscar.standin.DemographicColumn.PROVINCE;
import static ca.vitaravox.oscar.standin.DemographicColumn.ROSTER_STATUS;
import static ca.vitaravox.oscar.standin.DemographicColumn.SEX;
import static ca.vitaravox.oscar.standin.DemographicColumn.SPOKEN_LANGUAGE;
import static ca.vitaravox.oscar.standin.DemographicColumn.VERSION;

import ca.vitaravox.oscar.standin.AppointmentRow.Changes;
import ca.vitaravox.oscar.standin.AppointmentRow.Details;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** The clinic in which the recordings were made, as it was before the first. */
final class RecordedClinic {
    static final ZoneId ZONE = ZoneId.of("America/Toronto");
    static final Instant SEEDED = Instant.ofEpochMilli(1795348645000L);
    static final String CLIENT = "testclientkey0001";
    static final String CLIENT_SECRET = "testclientsecret0001";
    static final String TOKEN = "11111111-aaaa-4aaa-8aaa-00000000000";
    static final String TOKEN_SECRET = "22222222-bbbb-4bbb-8bbb-00000000000";

    private RecordedClinic() {}

    static void fill(OscarTables tables) {
        fillAccess(tables);
        provider(tables, "900", "Integration", "Voice", "receptionist", "F", "", "", "416-555-0159", "");
        provider(tables, "901", "Limited", "Voice", "receptionist", "F", "", "", "416-555-0158", "");
        provider(
                tables,
                "101",
                "Okafor",
                "Adaeze",
                "doctor",
                "F",
                "Family Medicine",
                "011111",
                "416-555-0150",
                "a.okafor@example.test");
        provider(
                tables,
                "102",
                "Tremblay",
                "Luc",
                "doctor",
                "M",
                "Family Medicine",
                "022222",
                "416-555-0151",
                "l.tremblay@example.test");
        tables.types().add(new AppointmentTypeRow(1, "Follow-up", "Follow-up visit", 15));
        tables.types().add(new AppointmentTypeRow(2, "New patient", "New patient intake", 30));
        tables.types().add(new AppointmentTypeRow(3, "Phone visit", "Telephone visit", 10));
        tables.waitingLists().add("Phone wait list");
        fillPatients(tables);
        LocalDate day = LocalDate.of(2026, 11, 24);
        appointment(tables, 1, "101", day, "09:00", "09:14", 1, "FICTION,ALICE", "", "Follow-up", "t");
        appointment(tables, 2, "101", day, "09:30", "09:59", 2, "FICTION,BASIL", "note 1", "New patient", "t");
        appointment(tables, 3, "102", day, "10:00", "10:09", 3, "NGUYEN-TEST,CHLOE", "", "Phone visit", "C");
    }

    private static void fillAccess(OscarTables tables) {
        tables.clients().put(CLIENT, new ClientRow(CLIENT, CLIENT_SECRET, "http://127.0.0.1:9099/cb", -1));
        token(tables, 1, "900", -1);
        token(tables, 2, "901", -1);
        token(tables, 3, "900", 60);
        tables.logins().add(new LoginRow("voiceapi", "openo2025", "2025", "900"));
    }

    private static void token(OscarTables tables, int number, String provider, int lifetime) {
        Instant issued = lifetime < 0 ? SEEDED : Instant.parse("2020-01-01T00:00:00Z");
        String token = TOKEN + number;
        tables.accessTokens()
                .put(token, new AccessTokenRow(token, TOKEN_SECRET + number, CLIENT, provider, lifetime, issued));
    }

    private static void fillPatients(OscarTables tables) {
        patient(
                tables,
                1,
                "FICTION",
                "ALICE",
                "1980-02-03",
                Map.of(
                        SEX,
                        "F",
                        PHONE,
                        "416-555-0101",
                        CELL_PHONE,
                        "647-555-0101",
                        HIN,
                        "9876543217",
                        VERSION,
                        "AB",
                        PROVIDER,
                        "101",
                        ROSTER_STATUS,
                        "RO",
                        EMAIL,
                        "alice@example.test"));
        patient(
                tables,
                2,
                "FICTION",
                "BASIL",
                "1978-11-30",
                Map.of(
                        SEX,
                        "M",
                        PHONE,
                        "416-555-0101",
                        PHONE2,
                        "416-555-0202",
                        HIN,
                        "9876543225",
                        PROVIDER,
                        "101",
                        ROSTER_STATUS,
                        "RO",
                        EMAIL,
                        "basil@example.test"));
        patient(
                tables,
                3,
                "NGUYEN-TEST",
                "CHLOE",
                "1995-07-15",
                Map.of(
                        SEX,
                        "F",
                        PHONE,
                        "(613) 555-0103",
                        HIN,
                        "9876543233",
                        PROVIDER,
                        "102",
                        ADDRESS,
                        "22 Exemple Ave",
                        CITY,
                        "Ottawa",
                        POSTAL,
                        "K1A 0B1",
                        SPOKEN_LANGUAGE,
                        "French",
                        OFFICIAL_LANGUAGE,
                        "French"));
        patient(
                tables,
                4,
                "O'SAMPLE",
                "DEIRDRE",
                "1960-01-01",
                Map.of(SEX, "F", PHONE, "9055550104", HIN, "9876543241", PROVIDER, "102"));
        patient(
                tables,
                5,
                "INACTIVE",
                "EDGAR",
                "1950-05-05",
                Map.of(SEX, "M", PHONE, "519-555-0105", HIN, "9876543258", PROVIDER, "101", PATIENT_STATUS, "DE"));
    }

    private static void patient(
            OscarTables tables,
            int number,
            String last,
            String first,
            String born,
            Map<DemographicColumn, String> more) {
        Map<DemographicColumn, String> columns = DemographicRow.columns(last, first, LocalDate.parse(born));
        columns.putAll(Map.of(
                ADDRESS,
                "1 Sample St",
                CITY,
                "Toronto",
                PROVINCE,
                "ON",
                POSTAL,
                "M5V 1A1",
                HC_TYPE,
                "ON",
                SPOKEN_LANGUAGE,
                "English",
                OFFICIAL_LANGUAGE,
                "English"));
        columns.putAll(more);
        tables.demographics().put(number, new DemographicRow(number, columns, OscarTables.PROGRAM, SEEDED, "999998"));
    }

    private static void provider(
            OscarTables tables,
            String number,
            String last,
            String first,
            String type,
            String sex,
            String specialty,
            String ohip,
            String phone,
            String email) {
        Map<String, Character> privileges =
                number.equals("901") ? Map.of() : Map.of("_appointment", 'x', "_demographic", 'x', "_tickler", 'x');
        tables.providers()
                .add(new ProviderRow(
                        number, last, first, type, sex, specialty, ohip, phone, email, privileges, SEEDED));
    }

    private static void appointment(
            OscarTables tables,
            int number,
            String provider,
            LocalDate date,
            String from,
            String to,
            int patient,
            String name,
            String notes,
            String type,
            String status) {
        String reason = tables.types().stream()
                .filter(row -> row.name().equals(type))
                .findFirst()
                .orElseThrow()
                .reason();
        tables.appointments()
                .put(
                        number,
                        new AppointmentRow(
                                number,
                                provider,
                                date,
                                LocalTime.parse(from),
                                LocalTime.parse(to),
                                patient,
                                new Details(name, notes, reason, "", "", type, "", "", 2),
                                status,
                                new Changes(SEEDED, SEEDED, "openodoc", "999998")));
    }
}
