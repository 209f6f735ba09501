package ca.vitaravox.server.web.page;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * Style, scripts and pictures of the pages. Each is served under a name that has a digest of it, so browsers keep it for a
 * year and still never show an old one. Immutable.
 */
public final class Assets {
    private static final int DIGEST_BYTES = 6;

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> served = new HashMap<>();

    /** All of them, read once. */
    public Assets() {
        add("app.css", "app.css", "text/css; charset=utf-8");
        add("app.js", "app.js", "text/javascript; charset=utf-8");
        add("day.css", "day.css", "text/css; charset=utf-8");
        add("week.css", "week.css", "text/css; charset=utf-8");
        add("day.js", "day.js", "text/javascript; charset=utf-8");
        add("icon.svg", "icon.svg", "image/svg+xml");
        add(
                "htmx.js",
                "/META-INF/resources/webjars/htmx.org/" + version("org.webjars.npm/htmx.org") + "/dist/htmx.min.js",
                "text/javascript; charset=utf-8");
    }

    private record Asset(byte[] content, String type) {}

    private void add(String name, String resource, String type) {
        byte[] content = read(resource);
        int dot = name.lastIndexOf('.');
        String address = "/assets/" + name.substring(0, dot) + "-" + digest(content) + name.substring(dot);
        addresses.put(name, address);
        served.put(address, new Asset(content, type));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), DIGEST_BYTES));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String version(String artifact) {
        Properties properties = new Properties();
        try (InputStream file = Assets.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where one is served. */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return address;
    }

    /** Serves them. */
    public void addTo(JavalinConfig config) {
        served.forEach((address, asset) -> config.routes.get(address, context -> answer(context, asset)));
    }

    private static void answer(Context context, Asset asset) {
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .contentType(asset.type())
                .result(asset.content());
    }
}
