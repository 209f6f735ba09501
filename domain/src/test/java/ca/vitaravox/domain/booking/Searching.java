package ca.vitaravox.domain.booking;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asking a reception for openings. */
final class Searching {
    private final Reception reception;

    Searching(Reception reception) {
        this.reception = reception;
    }

    Result find(String call, Wish wish) {
        return reception.desk.openingSearch().find(reception.call(call), wish.query());
    }

    /** The same in the {@code i}-th call, which comes from a number of its own. */
    Result findFromOwnNumber(int i, Wish wish) {
        return reception.desk.openingSearch().find(callFromOwnNumber(i), wish.query());
    }

    CallContext callFromOwnNumber(int i) {
        return reception.call("call" + i, Optional.of(new PhoneNumber("+1604555" + (2000 + i))));
    }

    /** The slots offered, as {@code 06-01 10:00 101}. */
    List<String> offered(String call, Wish wish) {
        return told(slots(call, wish));
    }

    String first(String call, Wish wish) {
        return offered(call, wish).get(0);
    }

    List<BookableSlot> slots(String call, Wish wish) {
        return assertInstanceOf(Result.Offered.class, find(call, wish)).slots();
    }

    /** What is offered instead, where nothing is as wished. */
    List<String> alternatives(String call, Wish wish) {
        return told(assertInstanceOf(Result.Nothing.class, find(call, wish)).alternatives());
    }

    static List<String> told(List<BookableSlot> slots) {
        return slots.stream()
                .map(slot -> "%tm-%<td %<tR %s"
                        .formatted(slot.start(), slot.provider().id()))
                .toList();
    }

    /** What is held now, for whomever, as {@code call 101}. */
    List<String> held() {
        TimeRange always = TimeRange.from(reception.now.get(), Duration.ofDays(400));
        return reception
                .holds
                .blocks(Reception.CLINIC, Set.of(Reception.WEXFORD, Reception.SETHI), always, reception.now.get())
                .stream()
                .filter(HoldLedger.Block::held)
                .map(block -> block.call() + " " + block.provider())
                .sorted()
                .toList();
    }
}
