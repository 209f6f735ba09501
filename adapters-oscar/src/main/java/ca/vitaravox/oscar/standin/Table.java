package ca.vitaravox.oscar.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A table with numbers as keys, as MySQL's auto-increment gives them out. Every method is one step; between two calls
 * anybody may have changed it, which is how OSCAR works. Thread-safe.
 *
 * @param <R> the rows, which are values
 */
public final class Table<R> {
    private final TreeMap<Integer, R> rows = new TreeMap<>();
    private int last;

    Table() {}

    /** Inserts the row made for the next number, and returns it. */
    public synchronized R insert(IntFunction<R> row) {
        last++;
        R inserted = row.apply(last);
        rows.put(last, inserted);
        return inserted;
    }

    /** Puts a row at this number, over what was there; numbers given out later are greater. */
    public synchronized void put(int number, R row) {
        last = Math.max(last, number);
        rows.put(number, row);
    }

    /** The row of a number. */
    public synchronized Optional<R> find(int number) {
        return Optional.ofNullable(rows.get(number));
    }

    /** Changes a row, and returns it as it was before; empty if there is none. */
    public synchronized Optional<R> change(int number, UnaryOperator<R> change) {
        Optional<R> before = find(number);
        before.ifPresent(row -> rows.put(number, change.apply(row)));
        return before;
    }

    /** Deletes a row if there is one. */
    public synchronized void delete(int number) {
        rows.remove(number);
    }

    /** All rows by their numbers. */
    public synchronized List<R> all() {
        return new ArrayList<>(rows.values());
    }

    /** The rows of a kind by their numbers. */
    public List<R> where(Predicate<R> kind) {
        return all().stream().filter(kind).toList();
    }
}
