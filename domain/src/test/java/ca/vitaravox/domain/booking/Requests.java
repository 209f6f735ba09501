package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import java.util.stream.Stream;

/** Counts what a reception asks its EMR for searches. */
final class Requests {
    private final Reception reception;
    private final Searching searching;

    Requests(Reception reception) {
        this.reception = reception;
        this.searching = new Searching(reception);
    }

    private int soFar() {
        return Stream.of(Request.DAY, Request.WORKING, Request.PATIENT)
                .mapToInt(reception.emr::count)
                .sum();
    }

    /** How many requests something makes. */
    int of(Runnable something) {
        int before = soFar();
        something.run();
        return soFar() - before;
    }

    /** How many requests a search makes in one call. */
    int ofSearch(Wish wish) {
        return of(() -> searching.find("call", wish));
    }

    /** How many stretches of appointments a search reads in one call. */
    int daysReadBy(Wish wish) {
        int before = reception.emr.count(Request.DAY);
        searching.find("call", wish);
        return reception.emr.count(Request.DAY) - before;
    }
}
