package ca.vitaravox.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.access.AccessTable;
import ca.vitaravox.server.access.Rule;
import ca.vitaravox.server.browser.Window.Look;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page there is, in both themes and languages, and on a phone: usable by all, and nothing breaks out of it. */
class EveryPageIT {
    private static Person admin;
    private static String clinic;

    @BeforeAll
    static void aClinic() {
        clinic = TestClinic.open(TestServer.running().database(), "every-page", 3).id();
        admin = Person.who(Role.PLATFORM_ADMIN);
    }

    private static List<String> paths() {
        return AccessTable.PAGES.stream()
                .filter(rule -> rule.method().equals(HandlerType.GET))
                .map(Rule::path)
                .filter(path -> !path.equals("/") && !path.equals("/sign-in"))
                .map(path -> path.replace("{clinic}", new ClinicId(clinic).value())
                        .replace("{provider}", "7")
                        .replace("{type}", "checkup")
                        .replace("{user}", admin.user().id().value()))
                .toList();
    }

    private static void walk(Look look, String language) {
        Map<String, List<String>> found = new TreeMap<>();
        try (Window window = Window.looking(look, language).visit("/sign-in")) {
            note(window, look, language, "sign-in", found);
            String consent = "/api/admin/emr/oauth/callback?state=" + clinic + "." + "A".repeat(43);
            note(window.visit(consent), look, language, "consent", found);
            window.signedIn(admin);
            for (String path : paths()) {
                window.visit(path);
                assertThat(window.page().locator("h1")).hasCount(1);
                note(window, look, language, path, found);
            }
        }
        found.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), found);
    }

    private static void note(Window window, Look look, String language, String path, Map<String, List<String>> found) {
        List<String> wrong = new ArrayList<>(look == Look.PHONE ? List.of() : window.barriers());
        if ((Boolean) window.page().evaluate("document.documentElement.scrollWidth > window.innerWidth")) {
            wrong.add("wider than the window");
        }
        wrong.addAll(window.errors());
        found.put(path, wrong);
        window.picture(look.name().toLowerCase(Locale.ROOT) + "-" + language + "/"
                + path.replace("/" + clinic, "").replaceFirst("^/", "").replace('/', '-'));
    }

    @Test
    void by_day() {
        walk(Look.LIGHT, "en");
    }

    @Test
    void by_night_in_french() {
        walk(Look.DARK, "fr");
    }

    @Test
    void on_a_phone_in_french() {
        walk(Look.PHONE, "fr");
    }
}
