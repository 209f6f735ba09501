package ca.vitaravox.ports.patient;

/**
 * A patient's name; its text is hidden, so that a name cannot slip into a log.
 *
 * @param first given name, 1 to 60 characters
 * @param last family name, 1 to 60 characters
 */
public record PatientName(String first, String last) {
    /** Refuses empty or overlong names; surrounding blanks are dropped. */
    public PatientName {
        first = first.strip();
        last = last.strip();
        if (first.isEmpty() || last.isEmpty() || first.length() > 60 || last.length() > 60) {
            throw new IllegalArgumentException("a first and a last name have 1 to 60 characters each");
        }
    }

    @Override
    public String toString() {
        return "PatientName[hidden]";
    }
}
