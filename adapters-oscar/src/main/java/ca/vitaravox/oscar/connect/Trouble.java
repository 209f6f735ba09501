package ca.vitaravox.oscar.connect;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Something that keeps a clinic's OSCAR from being used, or from being used fully. The words for it are elsewhere. */
public sealed interface Trouble {
    /**
     * Nothing answers at the address.
     *
     * @param why what the attempt ended with, fit for a log
     */
    record Unreachable(String why) implements Trouble {}

    /** What answers there has a certificate that nobody we trust vouches for. */
    record Untrusted() implements Trouble {}

    /** A web server answers, but there is no OSCAR under this path. */
    record WrongPath() implements Trouble {}

    /** OSCAR is there, and its REST module is switched off. */
    record RestOff() implements Trouble {}

    /**
     * Something before OSCAR does not let us through.
     *
     * @param status its answer
     */
    record Barred(int status) implements Trouble {}

    /**
     * OSCAR, or the proxy before it, is in no state to answer.
     *
     * @param status its answer
     */
    record Unwell(int status) implements Trouble {}

    /** OSCAR tells no time, so nothing can be signed safely. */
    record NoClock() implements Trouble {}

    /**
     * OSCAR's clock and ours are too far apart.
     *
     * @param ahead how far OSCAR's is ahead, negative if it is behind
     */
    record ClockWrong(Duration ahead) implements Trouble {}

    /**
     * OSCAR sees itself called at another address than the settings say: a proxy rewrites it.
     *
     * @param signingBase the address it sees
     */
    record SeenElsewhere(URI signingBase) implements Trouble {}

    /** OSCAR does not know the client, or its secret is another. */
    record ClientUnknown() implements Trouble {}

    /**
     * OSCAR knows the client and refuses it: its secret is another, or it was registered for another address than the one
     * the browser is to come back to.
     *
     * @param callback that address
     */
    record ClientRefused(String callback) implements Trouble {}

    /** OSCAR gave no token for the consent: it is too old, was used, or belongs to another attempt. */
    record ConsentRefused() implements Trouble {}

    /** Nobody allowed us anything yet. */
    record NotConnected() implements Trouble {}

    /** OSCAR refuses a token that it has just given: the client was registered with a lifetime of 0. */
    record LifetimeZero() implements Trouble {}

    /** OSCAR no longer takes the token: it ran out, or was removed. */
    record TokenLost() implements Trouble {}

    /**
     * The provider whose token we have may not do something.
     *
     * @param right what
     */
    record PrivilegeMissing(Right right) implements Trouble {}

    /**
     * OSCAR's wall clock is in another zone than the settings say.
     *
     * @param fitting Canadian zones that it may be in; may be empty
     */
    record ZoneDiffers(List<ZoneId> fitting) implements Trouble {
        /** Takes a copy. */
        public ZoneDiffers {
            fitting = List.copyOf(fitting);
        }
    }

    /**
     * SOAP does not get through, so that neither schedules nor second telephone numbers can be read.
     *
     * @param status what answers in OSCAR's place; 0 for nothing
     */
    record SoapBlocked(int status) implements Trouble {}

    /** OSCAR does not take the user name and password for SOAP. */
    record SoapRefused() implements Trouble {}

    /** No bridge answers at its address, or with no certificate that we trust. */
    record BridgeUnreachable() implements Trouble {}

    /** The bridge does not take our key. */
    record BridgeKeyRefused() implements Trouble {}

    /** The bridge is next to another clinic's OSCAR. */
    record BridgeOfAnother() implements Trouble {}

    /**
     * The bridge is of another release, or no bridge at all.
     *
     * @param its which, if it says so
     * @param ours which it has to be
     */
    record BridgeReleaseDiffers(Optional<String> its, String ours) implements Trouble {}

    /**
     * The bridge, or the proxy before it, is in no state to answer.
     *
     * @param status its answer
     */
    record BridgeUnwell(int status) implements Trouble {}

    /** The bridge is well, and its OSCAR does not answer it or does not take its token. */
    record BridgedSilent() implements Trouble {}
}
