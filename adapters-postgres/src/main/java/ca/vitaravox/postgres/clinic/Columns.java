package ca.vitaravox.postgres.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How values that several tables keep look in them. The time zone of server or JVM plays no part. */
public final class Columns {
    private Columns() {}

    /** A moment, as PostgreSQL takes it. */
    public static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A moment as kept. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment as kept, which may be missing. */
    public static Optional<Instant> someMoment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A text as kept, which may be missing. */
    public static Optional<String> someText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** An array of texts as kept. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A constant, as the tables spell it: in lower case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that the tables spell this way. */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /** A constant as kept, which may be missing. */
    public static <E extends Enum<E>> Optional<E> someConstant(Class<E> type, ResultSet row, String column)
            throws SQLException {
        return someText(row, column).map(word -> constant(type, word));
    }
}
