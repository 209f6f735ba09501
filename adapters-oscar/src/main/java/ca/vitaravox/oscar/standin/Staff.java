package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.AppointmentRow.Changes;
import ca.vitaravox.oscar.standin.AppointmentRow.Details;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Supplier;

/** What the people at the front desk do in OSCAR's own pages, meanwhile. Thread-safe. */
public final class Staff {
    private static final String WHO = "999998";

    private final OscarTables tables;
    private final OscarTime time;
    private final Supplier<String> ids;

    Staff(OscarTables tables, OscarTime time, Supplier<String> ids) {
        this.tables = tables;
        this.time = time;
        this.ids = ids;
    }

    /** Registers a client, and allows it to act as a provider, without a browser; returns the access token. */
    public AccessTokenRow allow(ClientRow client, String provider) {
        tables.clients().put(client.key(), client);
        AccessTokenRow token =
                new AccessTokenRow(ids.get(), ids.get(), client.key(), provider, client.lifetime(), time.now());
        tables.accessTokens().put(token.token(), token);
        return token;
    }

    /**
     * Makes a chart for a patient, and admits the patient.
     *
     * @param columns as {@link DemographicRow#columns} begins them
     * @return the demographic number
     */
    public int register(Map<DemographicColumn, String> columns) {
        return tables.demographics()
                .insert(number -> new DemographicRow(number, columns, OscarTables.PROGRAM, time.now(), WHO))
                .number();
    }

    /**
     * Books a patient, over whatever is there.
     *
     * @param type the name of an appointment type, or an empty text
     * @return the appointment number
     */
    public int book(String provider, LocalDateTime start, Duration length, int patient, String type) {
        DemographicRow chart = tables.demographics().find(patient).orElseThrow();
        String name = chart.get(DemographicColumn.LAST_NAME) + "," + chart.get(DemographicColumn.FIRST_NAME);
        return insert(provider, start, length, patient, details(name, type));
    }

    /** Blocks a time, so that nobody should be booked there; returns the number of the appointment that does it. */
    public int block(String provider, LocalDateTime start, Duration length) {
        return insert(provider, start, length, 0, details(AppointmentRow.DO_NOT_BOOK, ""));
    }

    /** Cancels an appointment. */
    public void cancel(int appointment) {
        setStatus(appointment, "C");
    }

    /** Sets an appointment's status, such as {@code H} for here or {@code N} for a no-show. */
    public void setStatus(int appointment, String status) {
        tables.appointments()
                .change(appointment, row -> row.withStatus(status, time.now()).stored());
    }

    /**
     * Lets a provider work by a template on a day.
     *
     * @param template a character for each slot of the day from midnight, {@code _} for none; its length says how long
     *     slots are
     */
    public void work(String provider, LocalDate day, String template) {
        tables.setTemplate(provider, day, template);
    }

    /** Restarts OSCAR, which ends every log-in over SOAP. */
    public void restart() {
        tables.soapKeys().clear();
    }

    private int insert(String provider, LocalDateTime start, Duration length, int patient, Details details) {
        Instant now = time.now();
        LocalDateTime end = start.plus(length).minusMinutes(1);
        return tables.appointments()
                .insert(number -> new AppointmentRow(
                        number,
                        provider,
                        start.toLocalDate(),
                        start.toLocalTime(),
                        end.toLocalTime(),
                        patient,
                        details,
                        "t",
                        new Changes(now, now, WHO, WHO)))
                .number();
    }

    private static Details details(String name, String type) {
        return new Details(name, "", "", "", "", type, "", "", null);
    }
}
