package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.standin.AppointmentTypeRow;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.AtOnce;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clinic takes its providers and codes over from OSCAR, and goes by OSCAR's schedule from then on. */
class OwnScheduleIT {
    private static final SoapLogin SOAP = new SoapLogin("mara", "correct horse");
    private static final int HALF_PAST_ONE = 54;

    private static UnconnectedClinic connected() throws IOException {
        UnconnectedClinic clinic = new UnconnectedClinic(Line.OPEN_O);
        clinic.oscar.tables().providers().add(ProviderRow.doctor("101", "Wexford", "Mara"));
        clinic.oscar.tables().types().add(new AppointmentTypeRow(1, "Follow-up", "", 20));
        clinic.oscar.tables().types().add(new AppointmentTypeRow(2, "Follow up!", "", 3));
        clinic.connect();
        return clinic;
    }

    @Test
    void what_is_taken_over_can_be_booked_by_nobody() throws IOException {
        try (UnconnectedClinic clinic = connected()) {
            JsonNode suggested = UnconnectedClinic.read(clinic.get("/import"), 200);
            assertEquals(2, suggested.path("providers").size(), suggested::toString);
            assertEquals("follow_up", suggested.at("/visitTypes/0/code").asText());
            assertEquals("follow_up_2", suggested.at("/visitTypes/1/code").asText());
            assertEquals(20, suggested.at("/visitTypes/0/minutes").asInt());
            assertEquals(15, suggested.at("/visitTypes/1/minutes").asInt());
            assertTrue(suggested.path("codes").size() > 15, suggested::toString);

            JsonNode taken = UnconnectedClinic.read(
                    clinic.post(
                            "/import",
                            Map.of(
                                    "providers", List.of("101", "nobody"),
                                    "visitTypes", List.of("Follow-up"),
                                    "codes", List.of("1", "s"))),
                    200);

            assertEquals(1, taken.path("providers").size(), taken::toString);
            Provider mara = clinic.settled().provider(new ProviderId("101")).orElseThrow();
            assertEquals("Mara Wexford", mara.displayName());
            assertFalse(mara.bookable());
            JsonNode schedule = UnconnectedClinic.read(clinic.get("/schedule"), 200);
            assertFalse(schedule.path("inUse").asBoolean());
            assertEquals(2, schedule.path("codes").size());
            assertEquals("same_day", schedule.at("/codes/1/notice").asText());
            assertEquals(0, schedule.at("/codes/0/visitTypes").size());

            assertTrue(clinic.trail().contains("change_settings emr/import done"), () -> "" + clinic.trail());

            JsonNode again = UnconnectedClinic.read(clinic.get("/import"), 200);
            assertEquals(1, again.path("providers").size(), again::toString);
            assertEquals("follow_up_2", again.at("/visitTypes/0/code").asText());
        }
    }

    @Test
    void of_what_is_taken_over_at_once_nothing_is_lost_and_nothing_is_there_twice() throws IOException {
        try (UnconnectedClinic clinic = connected()) {
            for (int doctor = 0; doctor < AtOnce.CALLERS / 2; doctor++) {
                clinic.oscar.tables().providers().add(ProviderRow.doctor("20" + (char) ('a' + doctor), "Doe", "D."));
            }

            List<JsonNode> taken = AtOnce.race(number -> UnconnectedClinic.read(
                    clinic.post(
                            "/import",
                            Map.of(
                                    "providers", List.of("20" + (char) ('a' + number / 2)),
                                    "codes", List.of("1", "P", "s").subList(number % 3, number % 3 + 1))),
                    200));

            int some = taken.stream()
                    .mapToInt(each -> each.path("providers").size())
                    .sum();
            assertEquals(AtOnce.CALLERS / 2, some);
            assertEquals(
                    AtOnce.CALLERS / 2,
                    clinic.settled().providers().stream()
                            .filter(each -> each.id().value().startsWith("20"))
                            .count());
            JsonNode schedule = UnconnectedClinic.read(clinic.get("/schedule"), 200);
            assertEquals(3, schedule.path("codes").size(), schedule::toString);
        }
    }

    @Test
    void of_those_who_settle_the_schedule_they_read_at_once_one_does_and_the_others_are_told() throws IOException {
        try (UnconnectedClinic clinic = connected()) {
            String tag = clinic.get("/schedule").headers().firstValue("ETag").orElseThrow();

            List<Integer> answers = AtOnce.race(number -> {
                Map<String, Object> code =
                        Map.of("code", Character.toString('a' + number), "notice", "any", "visitTypes", List.of());
                return clinic.put("/schedule", Map.of("inUse", false, "codes", List.of(code)), Map.of("If-Match", tag))
                        .statusCode();
            });

            assertEquals(1, Collections.frequency(answers, 200), answers::toString);
            assertEquals(AtOnce.CALLERS - 1, Collections.frequency(answers, 412), answers::toString);
        }
    }

    @Test
    void callers_are_offered_what_oscars_schedule_has_for_their_visit() throws IOException {
        try (UnconnectedClinic clinic = connected()) {
            clinic.post("/import", Map.of("providers", List.of("101"), "codes", List.of("1", "P")));
            clinic.settle(OwnScheduleIT::bookable);
            LocalDate day = LocalDate.now(UnconnectedClinic.ZONE).plusDays(3);
            clinic.oscar
                    .staff()
                    .work("101", day, "_".repeat(HALF_PAST_ONE - 2) + "PP1" + "_".repeat(96 - HALF_PAST_ONE - 1));
            clinic.enter(SOAP);
            assertEquals(0, clinic.test().path("findings").size());
            settle(clinic, true);
            clinic.goLive();

            JsonNode found = clinic.call().use("find_earliest_appointment", "{\"visit_type\":\"checkup\"}");

            assertEquals(1, found.path("slots").size(), found::toString);
            assertEquals(day.toString(), found.at("/slots/0/date").asText());
            assertEquals("13:30", found.at("/slots/0/time").asText());
            assertTrue(clinic.oscar.requests().count(Endpoint.SOAP_SCHEDULE) > 0);
        }
    }

    private static Clinic bookable(Clinic before) {
        return new Clinic(
                before.id(),
                before.name(),
                before.phone(),
                before.address(),
                before.zone(),
                before.languages(),
                before.acceptingNewPatients(),
                before.waitlistEnabled(),
                before.greeting(),
                before.hours(),
                before.closures(),
                List.of(new Provider(new ProviderId("101"), "Doctor Wexford", Optional.empty(), true, true)),
                before.visitTypes(),
                before.defaultVisitType(),
                before.policy());
    }

    private static HttpResponse<String> settle(UnconnectedClinic clinic, boolean inUse) {
        Map<String, Object> checkup =
                Map.of("code", "1", "notice", "any", "visitTypes", List.of("checkup"), "description", "");
        String tag = clinic.get("/schedule").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> put =
                clinic.put("/schedule", Map.of("inUse", inUse, "codes", List.of(checkup)), Map.of("If-Match", tag));
        return put;
    }

    @Test
    void a_schedule_is_settled_once_there_is_a_log_in_and_its_visit_types_exist() throws IOException {
        try (UnconnectedClinic clinic = connected()) {
            assertEquals(409, settle(clinic, true).statusCode());
            assertFalse(clinic.trail().contains("change_settings emr/schedule codes done"));
            assertEquals(200, settle(clinic, false).statusCode());
            assertTrue(clinic.trail().contains("change_settings emr/schedule codes done"), () -> "" + clinic.trail());
            assertEquals(
                    428,
                    clinic.put("/schedule", Map.of("inUse", false, "codes", List.of()), Map.of())
                            .statusCode());
            Map<String, Object> unknown = Map.of("code", "1", "notice", "any", "visitTypes", List.of("surgery"));
            String tag = clinic.get("/schedule").headers().firstValue("ETag").orElseThrow();
            assertEquals(
                    422,
                    clinic.put("/schedule", Map.of("inUse", false, "codes", List.of(unknown)), Map.of("If-Match", tag))
                            .statusCode());
        }
    }

    @Test
    void soap_that_is_barred_or_has_another_password_is_named() throws IOException {
        try (UnconnectedClinic clinic = connected()) {
            clinic.enter(new SoapLogin("mara", "an old one"));
            assertEquals("SOAP_LOGIN_REFUSED", clinic.onlyFinding().path("code").asText());

            clinic.oscar.site().setSoapBarred(Optional.of(403));
            JsonNode finding = clinic.onlyFinding();
            assertEquals("SOAP_BLOCKED", finding.path("code").asText());
            assertEquals("oscar_host", finding.path("who").asText());
            assertFalse(finding.path("hinders").asBoolean());
            assertTrue(clinic.test().path("works").asBoolean());
        }
    }
}
