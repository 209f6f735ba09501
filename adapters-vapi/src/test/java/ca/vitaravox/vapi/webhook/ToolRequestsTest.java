package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolRequestsTest {
    private static JsonNode json(String text) {
        return TestServer.parse(text.replace('\'', '"'));
    }

    private static ToolRequest only(String message) {
        List<ToolRequest> requests = ToolRequests.in(json(message));
        assertEquals(1, requests.size());
        return requests.get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'toolCallList':[{'id':'c1','type':'function','function':{'name':'t','arguments':{'a':1}}}]}",
                "{'toolCallList':[{'id':'c1','function':{'name':'t','arguments':'{\\'a\\':1}'}}]}",
                "{'toolCallList':[{'id':'c1','function':{'name':'t','parameters':{'a':1}}}]}",
                "{'toolCallList':[{'id':'c1','name':'t','arguments':{'a':1}}]}",
                "{'toolCallList':[{'id':'c1','name':'t','arguments':null,'parameters':{'a':1}}]}",
                "{'toolCallList':[{'toolCallId':'c1','name':'t','parameters':{'a':1}}]}",
                "{'toolCallList':[{'id':'c1','name':'t','toolCall':{'id':'c1','parameters':{'a':1}}}]}",
                "{'toolCallList':[],'toolCalls':[{'id':'c1','function':{'name':'t','arguments':{'a':1}}}]}",
                "{'toolCalls':[{'id':'c1','function':{'name':'t','arguments':{'a':1}}}]}",
                "{'toolWithToolCallList':[{'type':'function','function':{'name':'t','parameters':{'type':'object'}},"
                        + "'parameters':[{'key':'k','value':'v'}],"
                        + "'toolCall':{'id':'c1','function':{'name':'t','arguments':'{\\'a\\':1}'}}}]}",
                "{'toolWithToolCallList':[{'type':'function','function':{'name':'t'},"
                        + "'toolCall':{'id':'c1','parameters':{'a':1}}}]}",
                "{'toolWithToolCallList':[{'name':'t','toolCall':{'id':'c1','arguments':{'a':1}}}]}"
            })
    void every_shape_of_a_call_says_the_same(String message) {
        ToolRequest request = only(message.replace("\\'", "\\\""));
        assertEquals("c1", request.id());
        assertEquals("t", request.name());
        assertEquals(Optional.of(json("{'a':1}")), request.arguments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "''", "'  '", "'{}'", "' {} '", "null"})
    void no_arguments_are_an_empty_object(String arguments) {
        ToolRequest request = only("{'toolCallList':[{'id':'c','name':'t','arguments':" + arguments + "}]}");
        assertEquals(Optional.of(json("{}")), request.arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "3", "true", "'x'", "'[1]'", "'{'", "'{} {}'", "'3'", "'null'", "'{\\'slot_id\\': \\'s-2'"
            })
    void anything_that_is_no_object_is_no_arguments_rather_than_none(String arguments) {
        String message = "{'toolCallList':[{'id':'c','name':'t','arguments':" + arguments + "}]}";
        assertEquals(Optional.empty(), only(message.replace("\\'", "\\\"")).arguments());
    }

    @Test
    void an_id_counts_once_and_calls_without_one_each() {
        List<ToolRequest> requests =
                ToolRequests.in(json("{'toolCallList':[{'id':'b','name':'t'},{'id':'a','name':'t'},"
                        + "{'id':'b','name':'t'},{'name':'u'},{'name':'u'},{'id':7,'name':'v'},null,'x']}"));
        assertEquals(
                List.of("b", "a", "", "", "7", "", ""),
                requests.stream().map(ToolRequest::id).toList());
    }

    @Test
    void the_samples_have_two_calls_each_told_once() {
        for (String sample : List.of("requests/tool-calls-two-parallel", "wire-variants/tool-calls-arguments-object")) {
            List<ToolRequest> requests =
                    ToolRequests.in(TestServer.sample(sample).path("message"));
            assertEquals(
                    List.of("search_patient_by_phone", "find_earliest_appointment"),
                    requests.stream().map(ToolRequest::name).toList());
            assertTrue(requests.stream().allMatch(request -> request.arguments().isPresent()));
        }
    }

    @Test
    void a_message_of_odd_shape_has_no_calls() {
        for (String message : List.of("{}", "{'toolCallList':null}", "{'toolCallList':'x'}", "{'toolCallList':{}}")) {
            assertEquals(List.of(), ToolRequests.in(json(message)), message);
        }
    }
}
