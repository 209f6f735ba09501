package ca.vitaravox.oscar.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.RawHttp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Day sheets, months, histories and bookings beyond what was recorded. */
class ScheduleTest {
    private static final LocalDateTime TEN = SmallClinic.MONDAY.plusDays(1).atTime(10, 0);

    @ParameterizedTest
    @EnumSource(Line.class)
    void ten_who_book_one_time_at_once_all_get_it(Line line) throws Exception {
        try (SmallClinic clinic = new SmallClinic(line)) {
            ExecutorService executor = Executors.newFixedThreadPool(10);
            List<Callable<Integer>> bookings = new ArrayList<>();
            for (int each = 0; each < 10; each++) {
                bookings.add(() -> clinic.add("2026-11-24", "10:00", 15).status());
            }
            for (Future<Integer> status : executor.invokeAll(bookings)) {
                assertEquals(200, status.get());
            }
            executor.shutdown();
            assertEquals(10, clinic.day(TEN.toLocalDate()).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, ''", "2, '1m '", "15, '14m '", "60, '59m '", "61, '1H '", "62, '1H 1m '"})
    void a_duration_is_from_the_first_to_the_last_minute(int minutes, String shown) {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            clinic.add("2026-11-24", "10:00", minutes);
            assertEquals(
                    shown, clinic.day(TEN.toLocalDate()).get(0).get("duration").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08, 02:30, 2026-03-08T09:30:00Z",
        "2026-03-08, 03:30, 2026-03-08T09:30:00Z",
        "2026-01-05, 09:00, 2026-01-05T16:00:00Z",
        "2026-05-05, 09:00, 2026-05-05T15:00:00Z"
    })
    void times_are_those_of_the_servers_own_zone(String date, String time, String instant) {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            JsonNode booked = SmallClinic.json(clinic.add(date, time, 15)).get("appointment");
            long millis = Instant.parse(instant).toEpochMilli();
            assertEquals(millis, booked.get("startTime").asLong());
            assertEquals(
                    millis + Duration.ofMinutes(14).toMillis(),
                    booked.get("endTime").asLong());
        }
    }

    @Test
    void staff_block_and_cancel_and_the_day_sheet_says_so() {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            Staff staff = clinic.oscar.staff();
            int booked = staff.book(SmallClinic.DOCTOR, TEN, SmallClinic.QUARTER, clinic.patient, "Follow-up");
            staff.block(SmallClinic.DOCTOR, TEN.plusHours(2), Duration.ofHours(1));

            JsonNode day = clinic.day(TEN.toLocalDate());
            assertEquals("CASTELLAN, ROBIN", day.get(0).get("name").asText());
            assertEquals("Do_Not_Book", day.get(1).get("name").asText());
            assertEquals(0, day.get(1).get("demographicNo").asInt());
            assertEquals("12:00 PM", day.get(1).get("startTime").asText());

            staff.cancel(booked);
            assertEquals(1, clinic.day(TEN.toLocalDate()).size());
            staff.setStatus(booked, "CS");
            assertEquals(2, clinic.day(TEN.toLocalDate()).size());
            assertTrue(clinic.oscar
                    .tables()
                    .appointments()
                    .find(booked)
                    .orElseThrow()
                    .isCancelled());
        }
    }

    @Test
    void a_day_begins_at_the_first_appointment_whichever_was_booked_first() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            clinic.add("2026-11-24", "11:00", 15);
            clinic.add("2026-11-24", "10:00", 15);
            JsonNode day = clinic.day(TEN.toLocalDate());
            assertEquals("10:00 AM", day.get(0).get("startTime").asText());
            assertFalse(day.get(0).has("duration"));
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_month_is_counted_from_zero_and_its_last_day_is_missing(Line line) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            for (String date : List.of("2026-10-31", "2026-11-01", "2026-11-29", "2026-11-30", "2026-12-01")) {
                clinic.add(date, "10:00", 15);
            }
            JsonNode month = SmallClinic.json(clinic.get("/ws/services/schedule/fetchMonthly/101/2026/10"))
                    .get("appointments");
            assertEquals(2, month.size());
            assertEquals("10:14:00", month.get(1).get("endTime").asText());
            assertEquals(
                    line == Line.CLASSIC, month.get(0).get("appointmentDate").isTextual());
        }
    }

    @Test
    void a_history_is_no_longer_than_five_thousand() {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            for (int each = 0; each < 5000; each++) {
                LocalDate day = SmallClinic.MONDAY.plusDays(each);
                clinic.oscar.staff().book("101", day.atTime(9, 0), SmallClinic.QUARTER, clinic.patient, "");
            }
            assertEquals(5000, history(clinic).size());
            int newest = clinic.oscar
                    .staff()
                    .book(
                            "101",
                            SmallClinic.MONDAY.plusYears(99).atTime(9, 0),
                            SmallClinic.QUARTER,
                            clinic.patient,
                            "");
            assertEquals(5000, history(clinic).size());
            assertEquals(newest, history(clinic).get(0).get("id").asInt());
        }
    }

    @ParameterizedTest
    @CsvSource({"reason, 80", "notes, 255", "type, 50", "location, 30", "urgency, 30"})
    void what_does_not_fit_its_column_is_cut_off(String field, int width) {
        try (SmallClinic clinic = new SmallClinic(Line.OPEN_O)) {
            for (int length : new int[] {width, width + 1}) {
                String text = "é".repeat(length);
                clinic.post(
                        "/ws/services/schedule/add",
                        "{'providerNo':'101','appointmentDate':'2026-11-24',"
                                + "'startTime':'10:00','demographicNo':" + clinic.patient
                                + ",'duration':15,'status':'t','"
                                + field + "':'" + text + "'}");
                assertEquals(
                        "é".repeat(width), history(clinic).get(0).get(field).asText());
            }
        }
    }

    @Test
    void a_status_keeps_two_letters() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            int booked = clinic.oscar.staff().book("101", TEN, SmallClinic.QUARTER, clinic.patient, "");
            String path = "/ws/services/schedule/appointment/" + booked + "/updateStatus";
            clinic.post(path, "{'status':'tSX'}");
            assertEquals(
                    "tS",
                    clinic.oscar
                            .tables()
                            .appointments()
                            .find(booked)
                            .orElseThrow()
                            .status());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void every_list_has_the_name_that_its_line_gives_it(Line line) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            clinic.add("2026-11-24", "10:00", 15);
            String range = "/2026-11-24/2026-11-25";
            assertList(line, "ProviderPeriodApps", clinic.get("/ws/services/schedule/fetchProviderAppts/101" + range));
            assertList(
                    line, "ProviderApptsCount", clinic.get("/ws/services/schedule/fetchProvidersApptsCount" + range));
            clinic.post(
                    "/ws/services/tickler/add", "{'demographicNo':1,'message':'please call','taskAssignedTo':'900'}");
            assertList(line, "tickler", clinic.get("/ws/services/tickler/mine?limit=5"));
        }
    }

    @Test
    void several_days_break_open_o_and_serve_classic() {
        String days = "/ws/services/schedule/fetchDays/2026-11-24/2026-11-24/101,102";
        try (SmallClinic open = new SmallClinic(Line.OPEN_O);
                SmallClinic classic = new SmallClinic(Line.CLASSIC)) {
            open.add("2026-11-24", "10:00", 15);
            classic.add("2026-11-24", "10:00", 15);
            assertEquals(500, open.get(days).status());
            assertEquals(1, SmallClinic.json(classic.get(days)).get("content").size());
        }
    }

    @Test
    void one_appointment_is_plain_json_in_classic() {
        try (SmallClinic clinic = new SmallClinic(Line.CLASSIC)) {
            clinic.add("2026-11-24", "10:00", 15);
            Answer answer = clinic.post("/ws/services/schedule/getAppointment", "{'id':1}");
            assertEquals(
                    1, SmallClinic.json(answer).get("appointment").get("id").asInt());
            assertTrue(answer.body().endsWith("}"));
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void nothing_can_be_moved(Line line) {
        try (SmallClinic clinic = new SmallClinic(line)) {
            clinic.add("2026-11-24", "10:00", 15);
            assertEquals(
                    500,
                    clinic.post("/ws/services/schedule/updateAppointment", "{'id':1}")
                            .status());
        }
    }

    private static void assertList(Line line, String renamed, Answer answer) {
        JsonNode json = SmallClinic.json(answer);
        assertEquals(1, json.path(line == Line.CLASSIC ? "content" : renamed).size(), answer.body());
        assertFalse(json.has(line == Line.CLASSIC ? renamed : "content"));
    }

    private static JsonNode history(SmallClinic clinic) {
        String path = "/ws/services/schedule/" + clinic.patient + "/appointmentHistory";
        return SmallClinic.json(clinic.post(path, "{}")).get("appointments");
    }
}
