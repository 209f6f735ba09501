package ca.vitaravox.postgres;

/** The application must not run on this database as it is; the message is one sentence that says what to do. */
public final class UnfitDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnfitDatabaseException(String whatToDo) {
        super(whatToDo);
    }

    UnfitDatabaseException(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
