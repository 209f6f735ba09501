package ca.vitaravox.oscar.soap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapXmlTest {
    private static SoapElement read(String document) throws IOException {
        return SoapXml.read(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void elements_are_read_by_name_whatever_their_namespace() throws IOException {
        SoapElement read = read("<s:a xmlns:s=\"urn:x\"><b> one </b><b>two &amp; <![CDATA[<three>]]></b></s:a>");

        assertEquals("one", read.text("b"));
        assertEquals("two & <three>", read.all("b").get(1).text());
        assertEquals(Optional.empty(), read.child("c"));
    }

    @Test
    void entities_are_not_expanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (int each = 1; each < 20; each++) {
            laughs.append("<!ENTITY l").append(each).append(" \"");
            laughs.append(("&l" + (each - 1) + ";").repeat(10)).append("\">");
        }
        String billion = laughs + "]><a>&l19;</a>";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(IOException.class, () -> read(billion)));
    }

    @Test
    void no_file_is_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "555-0199");

        IOException refused = assertThrows(
                IOException.class,
                () -> read("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>"));

        assertTrue(!String.valueOf(refused.getMessage()).contains("555-0199"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a SYSTEM \"%s\"><a/>", "<!DOCTYPE a [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><a/>"})
    void nothing_is_fetched(String document) throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            server.setSoTimeout(200);
            String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";

            assertThrows(IOException.class, () -> read(document.formatted(address)));
            assertThrows(IOException.class, server::accept);
        }
    }

    @ParameterizedTest
    @CsvSource({"30, true", "31, false"})
    void elements_lie_thirty_deep_at_most(int deep, boolean good) {
        String document = "<a>".repeat(deep) + "</a>".repeat(deep);
        assertEquals(good, isRead(document));
    }

    @ParameterizedTest
    @CsvSource({"49999, true", "50000, false"})
    void an_answer_has_fifty_thousand_elements_at_most(int within, boolean good) {
        assertEquals(good, isRead("<r>" + "<a/>".repeat(within) + "</r>"));
    }

    private static boolean isRead(String document) {
        try {
            read(document);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<a>", "<a></b>", "{\"a\":1}", "<a/><b/>", "<html><p>Blocked<br></html>"})
    void what_is_no_document_is_refused(String document) {
        assertThrows(IOException.class, () -> read(document));
    }

    @Test
    void what_is_sent_cannot_break_out_of_its_element() {
        SoapCall call = SoapCall.of("ScheduleService", "getDayWorkSchedule").with(0, "</arg0><arg1>&\u0000'\"");

        assertTrue(
                call.envelope(Optional.empty()).contains("<arg0>&lt;/arg0&gt;&lt;arg1&gt;&amp;'&quot;</arg0>"),
                call.envelope(Optional.empty()));
        assertEquals("ScheduleService.getDayWorkSchedule", call.toString());
    }
}
