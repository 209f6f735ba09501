package ca.vitaravox.server.script;

import java.io.PrintWriter;
import java.time.Duration;

/** A call on paper: who said what, and what the tools were asked, how they ended and how long they took. */
public final class Transcript {
    private static final int WIDTH = 96;
    private static final String MARGIN = "  %-10s ";

    private final PrintWriter out;

    /** A transcript on this writer. */
    public Transcript(PrintWriter out) {
        this.out = out;
    }

    /** A line about the call. */
    void note(String text) {
        out.println(text);
        out.flush();
    }

    void said(String who, String words) {
        String margin = String.format(MARGIN, who);
        StringBuilder line = new StringBuilder(margin);
        for (String word : words.split(" ")) {
            if (line.length() + word.length() > WIDTH && line.length() > margin.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(margin.length()));
            }
            line.append(word).append(' ');
        }
        note(line.toString().stripTrailing());
    }

    void tool(String name, String arguments, String ended, Duration took) {
        note(String.format(MARGIN, "") + "> " + name + " " + arguments + "  " + ended + ", " + took.toMillis() + " ms");
    }
}
