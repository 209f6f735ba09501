package ca.vitaravox.server.booking;

import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.SlotIds;
import java.security.SecureRandom;

/**
 * Slot ids of twelve characters out of 31 that nobody takes for one another (no 0, o, 1, l, i): 59 bits from the
 * system's secure random numbers. Thread-safe.
 */
public final class RandomSlotIds implements SlotIds {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    @Override
    public SlotId next() {
        return new SlotId(random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString());
    }
}
