package ca.vitaravox.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** Lets tests of other packages run commands in their own process: a JVM for each takes seconds. */
public final class Commands {
    private Commands() {}

    /**
     * What came of a command.
     *
     * @param status its exit code
     * @param output what it wrote to both its outputs
     */
    public record Ran(int status, String output) {}

    /** Runs a command to its end. */
    public static Ran run(Map<String, String> environment, String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        int status = Main.commandLine(environment, writer, writer).execute(arguments);
        return new Ran(status, output.toString());
    }
}
