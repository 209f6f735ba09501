package ca.vitaravox.vapi.platform;

import java.util.List;

/**
 * What is to be done, or was done, about one thing at the voice platform.
 *
 * @param name our name for it
 * @param act what
 * @param differences what is not as it is to be, where it is changed
 */
public record Change(String name, Act act, List<Difference> differences) {
    /** Copies the list. */
    public Change {
        differences = List.copyOf(differences);
    }

    /** What is done. */
    public enum Act {
        /** It is as it is to be. */
        KEEP,
        /** It is not there. */
        CREATE,
        /** It is otherwise. */
        UPDATE,
        /** It is there, and not wanted any more. */
        DELETE,
        /** It is not there, and the platform cannot get it by itself. */
        IMPORT
    }
}
