package ca.vitaravox.server.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one file: read some at a time, at most {@link Export#MOST_ROWS} in all, and said once that there are more. */
final class Rows {
    private final Csv file;
    private int left = Export.MOST_ROWS;

    Rows(Csv file) {
        this.file = file;
    }

    /** What is read in pages. */
    @FunctionalInterface
    interface Pages<T> {
        /** At most so many after the last of those before; the first ones if there is none. */
        List<T> after(Optional<T> last, int most);
    }

    /** What makes rows of a page. */
    @FunctionalInterface
    interface Page<T> {
        /** Writes a row for each. */
        void write(List<T> page) throws IOException;
    }

    /**
     * Writes all there is, after what was written before.
     *
     * @return false if it did not fit; nothing more does then
     */
    <T> boolean write(Pages<T> pages, Page<T> rows) throws IOException {
        Optional<T> last = Optional.empty();
        while (left > 0) {
            int most = Math.min(Export.AT_A_TIME, left);
            List<T> page = pages.after(last, most);
            rows.write(page);
            left -= page.size();
            if (page.size() < most) {
                return true;
            }
            last = Optional.of(page.get(page.size() - 1));
        }
        boolean more = !pages.after(last, 1).isEmpty();
        if (more) {
            file.row(Export.MORE);
        }
        return !more;
    }
}
