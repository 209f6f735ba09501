package ca.vitaravox.oscar.standin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A chart: a row of {@code demographic}. An immutable value.
 *
 * @param number the demographic number
 * @param columns its texts; a column without one is null
 * @param program the program that the patient is admitted to, or null
 * @param changed when it was written last
 * @param changedBy the provider who wrote it
 */
public record DemographicRow(
        int number, Map<DemographicColumn, String> columns, Integer program, Instant changed, String changedBy) {
    /** Takes a copy of the columns. */
    public DemographicRow {
        columns = new EnumMap<>(columns);
    }

    /** The columns of an active patient as staff enter one: those that are left empty are empty, not null. */
    public static Map<DemographicColumn, String> columns(String lastName, String firstName, LocalDate born) {
        Map<DemographicColumn, String> columns = new EnumMap<>(DemographicColumn.class);
        Arrays.stream(DemographicColumn.values())
                .filter(column -> column.place().isPresent())
                .forEach(column -> columns.put(column, ""));
        columns.put(DemographicColumn.LAST_NAME, lastName);
        columns.put(DemographicColumn.FIRST_NAME, firstName);
        columns.put(DemographicColumn.YEAR_OF_BIRTH, "%04d".formatted(born.getYear()));
        columns.put(DemographicColumn.MONTH_OF_BIRTH, "%02d".formatted(born.getMonthValue()));
        columns.put(DemographicColumn.DAY_OF_BIRTH, "%02d".formatted(born.getDayOfMonth()));
        columns.put(DemographicColumn.PATIENT_STATUS, "AC");
        return columns;
    }

    @Override
    public Map<DemographicColumn, String> columns() {
        return new EnumMap<>(columns);
    }

    /** The text of a column, or null. */
    public String get(DemographicColumn column) {
        return columns.get(column);
    }

    /** The text of a column, or an empty one. */
    String text(DemographicColumn column) {
        String text = columns.get(column);
        return text == null ? "" : text;
    }

    /** The same row with another text in a column. */
    public DemographicRow with(DemographicColumn column, String text) {
        Map<DemographicColumn, String> other = columns();
        other.put(column, column.cut(text));
        return new DemographicRow(number, other, program, changed, changedBy);
    }

    /** As appointments and day sheets name the patient. */
    String name() {
        return text(DemographicColumn.LAST_NAME) + ", " + text(DemographicColumn.FIRST_NAME);
    }

    /** The birth date, read as leniently as OSCAR reads it; null if its parts are no numbers. */
    LocalDate born() {
        return LenientDates.date("%s-%s-%s"
                        .formatted(
                                text(DemographicColumn.YEAR_OF_BIRTH),
                                text(DemographicColumn.MONTH_OF_BIRTH),
                                text(DemographicColumn.DAY_OF_BIRTH)))
                .orElse(null);
    }
}
