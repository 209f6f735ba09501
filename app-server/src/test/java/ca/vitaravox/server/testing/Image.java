package ca.vitaravox.server.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The container image that {@code -Pimage} makes, unpacked, and run as a container engine would: in a root of its own, as the
 * user it names. What its base would bring (a C library, a shell, Java 25) is this machine's, mounted where it would be.
 */
public final class Image {
    private static final Path FILE = Path.of("target", "vitaravox-image.tar");
    private static final Path JVMS = Path.of("/usr/lib/jvm");

    /** Into the root come this machine's programs; then the user of the image takes over. */
    private static final String INTO_ROOT = """
            root=$1 java=$2 user=$3
            shift 3
            mount --make-rprivate /
            for each in /usr /bin /lib /lib64 /dev; do
                [ ! -e "$each" ] || { mkdir -p "$root$each" && mount --rbind "$each" "$root$each"; }
            done
            mkdir -p "$root/proc" "$root/tmp" "$root/opt/java/openjdk"
            mount -t proc proc "$root/proc"
            mount -t tmpfs tmpfs "$root/tmp"
            mount --rbind "$java" "$root/opt/java/openjdk"
            exec chroot --userspec="$user" "$root" "$@"
            """;

    private final Path folder;
    private final JsonNode config;
    private final List<Path> layers;

    private Image(Path folder, JsonNode config, List<Path> layers) {
        this.folder = folder;
        this.config = config;
        this.layers = layers;
    }

    /** What is missing to run it here, if anything is. */
    public static Optional<String> lacking() {
        if (!Files.exists(FILE)) {
            return Optional.of("no image was made: -Pimage makes it");
        }
        if (java().isEmpty()) {
            return Optional.of("no Java 25 is installed below " + JVMS);
        }
        try {
            return run("unshare", "--mount", "--pid", "--fork", "true").waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("no root of its own is to be had (unshare)");
        } catch (IOException | InterruptedException none) {
            return Optional.of("unshare is not installed");
        }
    }

    private static Optional<Path> java() {
        try (Stream<Path> all = Files.list(JVMS)) {
            return all.filter(each -> {
                        try {
                            Path release = each.resolve("release");
                            return Files.exists(release)
                                    && Files.readString(release).contains("JAVA_VERSION=\"25");
                        } catch (IOException broken) {
                            return false;
                        }
                    })
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Unpacks it into an empty folder. */
    public static Image in(Path empty) throws IOException, InterruptedException {
        Path parts = Files.createDirectory(empty.resolve("parts"));
        Path root = Files.createDirectory(empty.resolve("root"));
        done(run("tar", "-xf", FILE.toString(), "-C", parts.toString()));
        JsonNode manifest = new JsonMapper()
                .readTree(parts.resolve("manifest.json").toFile())
                .get(0);
        List<Path> layers = new ArrayList<>();
        for (JsonNode layer : manifest.get("Layers")) {
            layers.add(parts.resolve(layer.asText()));
            done(run(
                    "tar",
                    "-xf",
                    parts.resolve(layer.asText()).toString(),
                    "--same-owner",
                    "--same-permissions",
                    "-C",
                    root.toString()));
        }
        JsonNode config = new JsonMapper()
                .readTree(parts.resolve(manifest.get("Config").asText()).toFile());
        return new Image(root, config, layers);
    }

    /** What it says of itself to a container engine. */
    public JsonNode config() {
        return config.get("config");
    }

    /** Its root. */
    public Path root() {
        return folder;
    }

    /** Its files, as {@code tar} lists them, with owners and rights. */
    public List<String> listed() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Path layer : layers) {
            Process tar = new ProcessBuilder("tar", "--numeric-owner", "-tvf", layer.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            lines.addAll(new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            done(tar);
        }
        return lines;
    }

    /**
     * Runs its entry point.
     *
     * @param environment all that it is given beside the path to its programs
     * @param arguments in place of those that it names itself; none for those
     */
    public Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-euc", INTO_ROOT, "into-root"));
        command.add(folder.toAbsolutePath().toString());
        command.add(java().orElseThrow().toString());
        command.add(config().get("User").asText());
        config().get("Entrypoint").forEach(each -> command.add(each.asText()));
        if (arguments.length == 0) {
            config().get("Cmd").forEach(each -> command.add(each.asText()));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/opt/java/openjdk/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Process run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void done(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new AssertionError(process.info() + " ended with " + process.exitValue());
        }
    }
}
