package ca.vitaravox.ports.call;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.Optional;

/**
 * Use case: hand a call to a person, by reason and hour, or take a message for staff. Handing it on is the voice
 * platform's to do; here it is chosen where to. Thread-safe.
 */
@FunctionalInterface
public interface CallTransfer {
    /** Chooses a destination for this call, or takes a message. */
    Result transfer(CallContext call, Request request);

    /**
     * What the caller wants; its text is hidden.
     *
     * @param reason why a person is needed
     * @param summary what it is about, on one line, 1 to 2,000 characters
     * @param callBack the number to call back, if the caller said one
     */
    record Request(TransferReason reason, Optional<String> summary, Optional<PhoneNumber> callBack) {
        @Override
        public String toString() {
            return "Request[" + reason + "]";
        }
    }

    /** What came of it. */
    sealed interface Result {
        /**
         * The call is to be handed on.
         *
         * @param to where to
         * @param already whether the same was chosen before in this call
         */
        record HandedOn(TransferDestination to, boolean already) implements Result {}

        /**
         * Nobody takes the call, and a message is with the staff.
         *
         * @param already whether the same message was taken before in this call
         */
        record MessageTaken(boolean already) implements Result {}

        /** Nobody takes the call, and as many messages as may be are with the staff; this one is not. */
        record MessagesFull() implements Result {}

        /** Nobody takes the call, and nobody knows which number to call back. */
        record NumberNeeded() implements Result {}

        /** The caller wants to leave a message, and has not said it yet. */
        record WordsNeeded() implements Result {}
    }
}
