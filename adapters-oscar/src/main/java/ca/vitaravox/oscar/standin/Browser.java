package ca.vitaravox.oscar.standin;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody at a clinic who was sent to OSCAR's consent page: opens it, logs in on it, and says yes, over HTTP, with the
 * cookies and forms of the page. For tests and the demo.
 */
public final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("name=\"oauth_token\" type=\"hidden\" value=\"([^\"]+)\"");

    private final LoginRow who;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(PATIENCE)
            .build();

    /** A browser with a session of its own, used by somebody who can log in. */
    public Browser(LoginRow who) {
        this.who = who;
    }

    /**
     * Consents.
     *
     * @param page the consent page
     * @return where the browser is sent afterwards; or, out of band, the line {@code oauth_verifier=…} that it shows
     * @throws IOException if the page is not there, or OSCAR does not let this person in
     */
    public String consent(URI page) throws IOException {
        Matcher form = TOKEN.matcher(ok(send(HttpRequest.newBuilder(page))).body());
        if (!form.find()) {
            throw new IOException("there is no form on the page");
        }
        String token = "oauth_token=" + encoded(form.group(1));
        String login = "username=" + encoded(who.username()) + "&password=" + encoded(who.password()) + "&pin="
                + encoded(who.pin()) + "&ajaxResponse=true&invalidate_session=false&" + token;
        if (!ok(post(page.resolve("../../login.do"), login)).body().contains("\"success\":true")) {
            throw new IOException("OSCAR does not let " + who + " in");
        }
        HttpResponse<String> said = post(page.resolve("authorize"), token + "&oauthDecision=allow");
        return said.headers().firstValue("Location").orElse(said.body());
    }

    private HttpResponse<String> post(URI target, String form) throws IOException {
        return send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException("OSCAR answered " + answer.statusCode());
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
