package ca.vitaravox.postgres.clinic;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PGInterval;

/**
 * What a statement's parameters are, by name. Takes what PostgreSQL's driver does (texts, numbers, moments as
 * {@link Columns#moment} has them, days, times of day, bytes), and durations. Not thread-safe.
 */
public final class Parameters {
    private static final double NANOS_IN_A_SECOND = 1e9;

    private final Map<String, Value> values = new HashMap<>();

    Parameters() {}

    private record Value(Object given, int type) {
        void set(PreparedStatement statement, int place) throws SQLException {
            if (given == null) {
                statement.setNull(place, type);
            } else if (given instanceof Elements elements) {
                statement.setArray(place, statement.getConnection().createArrayOf(elements.type(), elements.all()));
            } else {
                statement.setObject(place, given);
            }
        }
    }

    private record Elements(String type, Object... all) {}

    private Parameters put(String name, Object value, int type) {
        values.put(name, new Value(value, type));
        return this;
    }

    /** Binds a text; {@code null} is a missing one. */
    public Parameters bind(String name, String value) {
        return put(name, value, Types.VARCHAR);
    }

    /** Binds a number; {@code null} is a missing one. */
    public Parameters bind(String name, Integer value) {
        return put(name, value, Types.INTEGER);
    }

    /** Binds a number; {@code null} is a missing one. */
    public Parameters bind(String name, Long value) {
        return put(name, value, Types.BIGINT);
    }

    /** Binds a length of time. */
    public Parameters bind(String name, Duration value) {
        double seconds = value.toSecondsPart() + value.getNano() / NANOS_IN_A_SECOND;
        int days = Math.toIntExact(value.toDaysPart());
        return put(name, new PGInterval(0, 0, days, value.toHoursPart(), value.toMinutesPart(), seconds), Types.OTHER);
    }

    /** Binds anything else; of what type a {@code null} is, the statement decides. */
    public Parameters bind(String name, Object value) {
        return put(name, value, Types.OTHER);
    }

    /** Binds each of these to its name. */
    public Parameters bindMap(Map<String, ?> given) {
        given.forEach((name, value) -> bind(name, (Object) value));
        return this;
    }

    /** Binds an array of texts, or of whole numbers. */
    public Parameters bindArray(String name, Class<?> type, Object... elements) {
        return put(name, new Elements(type(type), elements), Types.ARRAY);
    }

    /** Binds an array of texts, or of whole numbers. */
    public Parameters bindArray(String name, Class<?> type, List<?> elements) {
        return bindArray(name, type, elements.toArray());
    }

    private static String type(Class<?> elements) {
        if (elements == String.class) {
            return "varchar";
        }
        if (elements == Long.class) {
            return "bigint";
        }
        if (elements == Integer.class) {
            return "integer";
        }
        throw new IllegalArgumentException("no arrays of " + elements.getName());
    }

    void set(PreparedStatement statement, List<String> names) throws SQLException {
        for (int place = 0; place < names.size(); place++) {
            Value value = values.get(names.get(place));
            if (value == null) {
                throw new IllegalStateException("nothing is bound to " + names.get(place));
            }
            value.set(statement, place + 1);
        }
    }
}
