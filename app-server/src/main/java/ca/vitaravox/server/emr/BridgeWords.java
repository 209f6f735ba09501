package ca.vitaravox.server.emr;

import static ca.vitaravox.server.emr.Finding.Mender.CLINIC_MANAGER;
import static ca.vitaravox.server.emr.Finding.Mender.OSCAR_HOST;

import ca.vitaravox.oscar.connect.Trouble;
import java.util.Optional;

/** What is said of each {@link Trouble} with a bridge. */
final class BridgeWords {
    private BridgeWords() {}

    /** Each in words; empty if it is not about a bridge. */
    static Optional<Finding> of(Trouble trouble) {
        if (trouble instanceof Trouble.BridgeUnreachable) {
            return found(
                    "BRIDGE_UNREACHABLE",
                    "No bridge answered at its address in time, or not with a certificate that can be trusted. Check that"
                            + " it runs, its address and certificate, and that its firewall lets this server in.");
        }
        if (trouble instanceof Trouble.BridgeKeyRefused) {
            return Optional.of(new Finding(
                    "BRIDGE_KEY_REFUSED",
                    "The bridge does not take the key. Enter the api-key of its file again.",
                    CLINIC_MANAGER,
                    true));
        }
        if (trouble instanceof Trouble.BridgeOfAnother) {
            return found(
                    "BRIDGE_OF_ANOTHER_CLINIC",
                    "The bridge at this address is another clinic's: its file names another clinic.");
        }
        if (trouble instanceof Trouble.BridgeReleaseDiffers differs) {
            return found(
                    "BRIDGE_RELEASE_DIFFERS",
                    "What answers at the bridge's address is "
                            + differs.its()
                                    .map(its -> "of release " + its)
                                    .orElse("no bridge, or one of another release")
                            + ", and this server is of " + differs.ours() + ". Have the bridge run that release.");
        }
        if (trouble instanceof Trouble.BridgeUnwell unwell) {
            return found(
                    "BRIDGE_UNWELL",
                    "The bridge, or the proxy before it, answered " + unwell.status()
                            + ": it is overloaded or does not run.");
        }
        return trouble instanceof Trouble.BridgedSilent
                ? found(
                        "BRIDGED_OSCAR_SILENT",
                        "The bridge is well, but its OSCAR does not answer it, or does not take its token. The bridge's log"
                                + " says which.")
                : Optional.empty();
    }

    private static Optional<Finding> found(String code, String message) {
        return Optional.of(new Finding(code, message, OSCAR_HOST, true));
    }
}
