package ca.vitaravox.server.export;

import java.io.IOException;

/** What a file is written of. */
interface Export {
    /** As many rows as a file has at most. */
    int MOST_ROWS = 50_000;

    /** How many rows are read at a time. */
    int AT_A_TIME = 500;

    /** What stands in place of further rows. */
    String MORE = "There are more: choose fewer days.";

    /** Writes the head and all rows. */
    void write(Csv file) throws IOException;
}
