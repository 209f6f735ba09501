package ca.vitaravox.postgres;

import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * How much is under way at one moment at all clinics together.
 *
 * @param holds openings that are held for calls
 * @param offers freed openings that somebody is being offered
 * @param tasks what staff have not finished
 * @param oldestTask since when the oldest of these waits
 * @param overdueWrites writes that a server should have seen to a minute ago or longer
 */
public record UnderWay(int holds, int offers, int tasks, Optional<Instant> oldestTask, int overdueWrites) {
    static UnderWay of(ResultSet row) throws SQLException {
        return new UnderWay(
                row.getInt("holds"),
                row.getInt("offers"),
                row.getInt("tasks"),
                Columns.someMoment(row, "oldest_task"),
                row.getInt("overdue_writes"));
    }
}
