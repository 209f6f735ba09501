package ca.vitaravox.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What another JVM does meanwhile, by its Flight Recorder: samples of the processors' time (25 and newer) and of allocation. */
public final class Recording {
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.CPUTimeSample"><setting name="enabled">true</setting>
                <setting name="throttle">1ms</setting><setting name="stackTrace">true</setting></event>
              <event name="jdk.ObjectAllocationInNewTLAB"><setting name="enabled">true</setting>
                <setting name="stackTrace">true</setting></event>
            </configuration>
            """;
    private static final List<String> LIBRARIES = List.of(
            "ca.vitaravox.vapi",
            "ca.vitaravox.domain",
            "ca.vitaravox.postgres",
            "ca.vitaravox.server",
            "ca.vitaravox.ports",
            "org.eclipse.jetty",
            "jakarta.servlet",
            "io.javalin",
            "com.fasterxml.jackson",
            "org.jdbi",
            "org.postgresql",
            "com.zaxxer.hikari",
            "io.micrometer",
            "io.opentelemetry",
            "ch.qos.logback",
            "com.google.i18n",
            "io.github.bucket4j",
            "com.github.benmanes");
    private static final String OURS = "ca.vitaravox.";
    private static final int DEPTH = 128;

    private final long pid;
    private final Path folder;

    private Recording(long pid, Path folder) {
        this.pid = pid;
        this.folder = folder;
    }

    /**
     * What was sampled, with its weight.
     *
     * @param timeByLibrary samples of time, by the nearest library on the stack
     * @param timeByMethod the same, by the method that ran
     * @param timeWithin the same, by each method of ours that was under way
     * @param bytesByLibrary bytes, by the nearest library on the stack
     * @param bytesByMethod the same, by the nearest method of a library
     */
    public record Tops(
            Map<String, Long> timeByLibrary,
            Map<String, Long> timeByMethod,
            Map<String, Long> timeWithin,
            Map<String, Long> bytesByLibrary,
            Map<String, Long> bytesByMethod) {}

    /** Starts one of that process. */
    public static Recording start(long pid) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("vitaravox-recording");
        Path settings = Files.writeString(folder.resolve("settings.jfc"), SETTINGS);
        Recording recording = new Recording(pid, folder);
        recording.command("JFR.configure", "stackdepth=" + DEPTH);
        recording.command("JFR.start", "name=bench", "settings=" + settings);
        return recording;
    }

    /** Ends it, and tells what was sampled. */
    public Tops stop() throws IOException, InterruptedException {
        Path file = folder.resolve("bench.jfr");
        command("JFR.stop", "name=bench", "filename=" + file);
        Tops tops = new Tops(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getStackTrace() == null) {
                    continue;
                }
                List<RecordedFrame> frames = event.getStackTrace().getFrames();
                switch (event.getEventType().getName()) {
                    case "jdk.CPUTimeSample" -> {
                        add(tops.timeByLibrary(), nearestLibrary(frames), 1);
                        add(tops.timeByMethod(), name(frames.get(0)), 1);
                        frames.stream()
                                .map(Recording::name)
                                .filter(each -> each.startsWith(OURS) || each.startsWith("io.javalin"))
                                .distinct()
                                .forEach(each -> add(tops.timeWithin(), each, 1));
                    }
                    case "jdk.ObjectAllocationInNewTLAB" -> {
                        long weight = event.getLong("tlabSize");
                        add(tops.bytesByLibrary(), nearestLibrary(frames), weight);
                        add(tops.bytesByMethod(), nearestMethod(frames), weight);
                    }
                    default -> {}
                }
            }
        }
        return tops;
    }

    private static void add(Map<String, Long> weights, String what, long weight) {
        weights.merge(what, weight, Long::sum);
    }

    private static Optional<String> library(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return LIBRARIES.stream().filter(type::startsWith).findFirst();
    }

    private static String nearestLibrary(List<RecordedFrame> frames) {
        return frames.stream()
                .flatMap(frame -> library(frame).stream())
                .findFirst()
                .orElse("Java itself");
    }

    private static String nearestMethod(List<RecordedFrame> frames) {
        return frames.stream()
                .filter(frame -> library(frame).isPresent())
                .findFirst()
                .map(Recording::name)
                .orElseGet(() -> frames.isEmpty() ? "Java itself" : name(frames.get(0)));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private void command(String... arguments) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        String[] command = new String[arguments.length + 2];
        command[0] = jcmd.toString();
        command[1] = Long.toString(pid);
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("jcmd " + String.join(" ", arguments) + " gave " + code);
        }
    }
}
