package ca.vitaravox.server.docs;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * The description of the interface at {@code /openapi.yaml}, and a page to read and try it on at {@code /docs}. Nothing of
 * the page comes from elsewhere, and nothing is inline; only what is named here is served.
 */
public final class DocsPages {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Page> pages;

    /** The pages, read once. */
    public DocsPages() {
        String library = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
        pages = Map.of(
                "/openapi.yaml", page("openapi.yaml", "application/yaml"),
                "/docs", page("docs.html", HTML),
                "/docs/docs.js", page("docs.js", SCRIPT),
                "/docs/swagger-ui-bundle.js", page(library + "swagger-ui-bundle.js", SCRIPT),
                "/docs/swagger-ui.css", page(library + "swagger-ui.css", "text/css; charset=utf-8"),
                "/docs/favicon-32x32.png", page(library + "favicon-32x32.png", "image/png"));
    }

    private record Page(byte[] content, String type) {}

    private static Page page(String name, String type) {
        return new Page(read(name), type);
    }

    private static byte[] read(String name) {
        try (InputStream file = DocsPages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file =
                DocsPages.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds them. */
    public void addTo(JavalinConfig config) {
        pages.forEach((path, page) -> config.routes.get(path, context -> answer(context, page)));
    }

    private static void answer(Context context, Page page) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .contentType(page.type())
                .result(page.content());
    }
}
