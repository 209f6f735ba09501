package ca.vitaravox.oscar.connect;

import java.util.Set;

/** What a token is worth. */
public sealed interface Standing {
    /**
     * OSCAR takes it.
     *
     * @param actingAs the number of the provider who allowed it
     * @param missing what that provider may not do
     * @param zones what OSCAR's times tell of its zone
     */
    record Taken(String actingAs, Set<Right> missing, ZoneSigns zones) implements Standing {
        /** Takes a copy. */
        public Taken {
            missing = Set.copyOf(missing);
        }
    }

    /** OSCAR does not take it; with classic OSCAR it is gone for good. */
    record Refused() implements Standing {}

    /**
     * Nobody knows, since OSCAR did not answer.
     *
     * @param why fit for a log
     */
    record Silent(String why) implements Standing {}
}
