package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private final Origins origins = new Origins(new TestNumbers());
    private final Places places = new Places();

    private static ObjectNode json(String text) {
        return (ObjectNode) TestServer.parse(text.replace('\'', '"'));
    }

    private Optional<String> clinic(String message) {
        return clinic(origins.ofMessage(json(message)));
    }

    private Optional<String> clinic(Origin origin) {
        return places.line(origin.called()).map(Line::clinic).map(ClinicId::value);
    }

    @Test
    void the_clinic_is_that_of_the_called_number() {
        assertEquals(Optional.of("harbourview"), clinic("{'phoneNumber':{'number':'+16045550101'}}"));
        assertEquals(Optional.of("harbourview"), clinic("{'phoneNumber':{'number':'604 555 0101'}}"));
    }

    @Test
    void the_clinic_is_that_of_the_lines_id_wherever_it_stands() {
        assertEquals(
                Optional.of("cedar-lane"), clinic("{'phoneNumber':{'id':'5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22'}}"));
        assertEquals(
                Optional.of("cedar-lane"), clinic("{'call':{'phoneNumberId':'5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22'}}"));
    }

    @Test
    void a_saved_assistant_names_the_clinic_only_where_no_number_was_called() {
        String assistant = "'assistantId':'" + Places.HARBOURVIEW_ASSISTANT + "'";
        assertEquals(Optional.of("harbourview"), clinic("{'call':{" + assistant + "}}"));
        assertEquals(Optional.of("harbourview"), clinic("{'chat':{" + assistant + "}}"));
        assertEquals(
                Optional.of("cedar-lane"),
                clinic("{'call':{" + assistant + "},'phoneNumber':{'number':'+14165550120'}}"));
    }

    @Test
    void a_number_and_an_id_of_two_clinics_name_none() {
        assertEquals(
                Optional.empty(),
                clinic("{'phoneNumber':{'number':'+16045550101','id':'5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22'}}"));
        assertEquals(
                Optional.empty(),
                clinic("{'phoneNumber':{'number':'+16045550101'},"
                        + "'call':{'phoneNumberId':'5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22'}}"));
        assertEquals(
                Optional.empty(),
                clinic("{'phoneNumber':{'number':'+16045550101','id':'3f0d7c1a-9a44-4a57-9b9e-5a1f1c2d3e04'},"
                        + "'call':{'phoneNumberId':'5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22'}}"));
    }

    @Test
    void there_is_no_default_clinic() {
        assertEquals(Optional.empty(), clinic("{}"));
        assertEquals(Optional.empty(), clinic("{'phoneNumber':{'number':'+16045550199'}}"));
        assertEquals(Optional.empty(), clinic("{'phoneNumber':{'number':null},'call':{'phoneNumberId':null}}"));
    }

    @Test
    void arguments_name_the_line_only_where_the_envelope_names_nothing() {
        ObjectNode said = json("{'called_number':'+14165550120','call_id':'other','caller_number':'+16045550142'}");
        Origin nothing = origins.completed(origins.ofMessage(json("{}")), said);
        assertEquals(Optional.of("cedar-lane"), clinic(nothing));
        assertEquals(Optional.of("other"), nothing.callId());
        assertEquals(Optional.of(new PhoneNumber("+16045550142")), nothing.caller());

        ObjectNode message = json("{'phoneNumber':{'number':'+16045550101'},'call':{'id':'mine'},"
                + "'customer':{'number':'+16045550143'}}");
        Origin envelope = origins.completed(origins.ofMessage(message), said);
        assertEquals(Optional.of("harbourview"), clinic(envelope));
        assertEquals(Optional.of("mine"), envelope.callId());
        assertEquals(Optional.of(new PhoneNumber("+16045550143")), envelope.caller());

        Origin unknownLine = origins.completed(
                origins.ofMessage(json("{'phoneNumber':{'id':'00000000-0000-0000-0000-000000000000'}}")), said);
        assertEquals(Optional.empty(), clinic(unknownLine));
    }

    @Test
    void a_caller_who_withholds_the_number_cannot_say_another() {
        ObjectNode said = json("{'caller_number':'+16045550142'}");
        JsonNode anonymous =
                TestServer.sample("requests/assistant-request-anonymous").path("message");
        assertEquals(
                Optional.empty(),
                origins.completed(origins.ofMessage(anonymous), said).caller());
        Origin plain = origins.ofPlain(json("{'id':'c','to':'+16045550101','from':''}"));
        assertEquals(Optional.empty(), origins.completed(plain, said).caller());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Anonymous",
                "RESTRICTED",
                "private",
                "unknown",
                "Unavailable",
                "blocked",
                "withheld",
                "+266696687",
                "+7378742833",
                "+2562533",
                "+8656696",
                "+86282452253",
                "266696687",
                "sip:anonymous@anonymous.invalid",
                "<none>",
                "12"
            })
    void every_sign_of_a_withheld_number_means_no_caller(String written) {
        ObjectNode message = json("{'phoneNumber':{'number':'+16045550101'}}");
        message.putObject("customer").put("number", written);
        assertEquals(Optional.empty(), origins.ofMessage(message).caller());
        ObjectNode call = json("{'id':'c','to':'+16045550101'}").put("from", written);
        assertEquals(Optional.empty(), origins.ofPlain(call).caller());
    }

    @Test
    void the_caller_is_the_customer_of_the_message_else_of_its_call() {
        assertEquals(
                Optional.of(new PhoneNumber("+16045550142")),
                origins.ofMessage(json("{'customer':{},'call':{'customer':{'number':'+16045550142'}}}"))
                        .caller());
        assertEquals(
                Optional.empty(),
                origins.ofMessage(json("{'call':{'from':{'phoneNumber':'+16045550142'}}}"))
                        .caller());
    }

    @Test
    void the_language_is_that_of_the_arguments_else_of_the_call() {
        JsonNode message = json("{'assistant':{'transcriber':{'language':'fr-CA'}}}");
        Origin origin = origins.ofMessage(message);
        assertEquals(Optional.of(Language.FRENCH), origin.language());
        assertEquals(
                Optional.of(Language.CHINESE),
                origins.completed(origin, json("{'language':'zh-CN'}")).language());
        assertEquals(
                Optional.of(Language.FRENCH),
                origins.completed(origin, json("{'language':'Klingon'}")).language());
        assertEquals(
                Optional.empty(),
                origins.ofMessage(json("{'assistant':{'transcriber':{'language':'multi'}}}"))
                        .language());
    }

    @Test
    void an_id_no_call_has_is_none() {
        assertTrue(origins.ofMessage(json("{'call':{'id':'019a8c11-5e0b-7aa0-8b6f-2f5d6a1c9e01'}}"))
                .call()
                .isPresent());
        assertTrue(origins.ofMessage(json("{'chat':{'id':'chat-7'}}")).call().isPresent());
        assertFalse(
                origins.ofMessage(json("{'call':{'id':'two words'}}")).call().isPresent());
        assertFalse(origins.ofMessage(json("{'call':{'id':'" + "x".repeat(101) + "'}}"))
                .call()
                .isPresent());
        assertFalse(origins.completed(origins.ofMessage(json("{'call':{'id':'a b'}}")), json("{'call_id':'other'}"))
                .call()
                .isPresent());
    }
}
