package ca.vitaravox.server.bridge;

import ca.vitaravox.oscar.connect.Entry;
import ca.vitaravox.oscar.connect.Grant;
import ca.vitaravox.oscar.connect.OscarDoor;
import ca.vitaravox.oscar.connect.Standing;
import ca.vitaravox.oscar.connect.TokenTrial;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.emr.Lacking;
import ca.vitaravox.server.emr.TroubleWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks for consent to use the OSCAR next to a bridge, and puts the token that comes of it in the bridge's file. */
final class BridgeConsent {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BridgeFile file;
    private final OscarMeans means;

    BridgeConsent(BridgeFile file, OscarMeans means) {
        this.file = file;
        this.means = means;
    }

    /**
     * Asks.
     *
     * @param callback where the browser is sent after the consent, or {@code oob}
     * @throws Refused if OSCAR does not take us, with what is to be mended; or the file could not be written in the end
     */
    Entry.Open ask(String callback) {
        file.keep(Map.of());
        Entry entry = new OscarDoor(means).enter(file.oscar(), file.client(), callback, inTime());
        if (entry instanceof Entry.Open open) {
            return open;
        }
        throw refused(((Entry.Shut) entry).trouble());
    }

    /**
     * Takes the consent, and keeps the token.
     *
     * @return what there is to say of it, in sentences: that it works, and what is lacking
     * @throws Refused if there is no token, or none that works
     */
    List<String> take(Entry.Open asked, String verifier) {
        Grant grant = new OscarDoor(means).exchange(asked.address(), file.client(), asked.asked(), verifier, inTime());
        if (!(grant instanceof Grant.Given given)) {
            throw refused(((Grant.Refused) grant).trouble());
        }
        Standing standing = new TokenTrial(means)
                .of(file.clinic(), asked.address(), file.client().with(given.token()), inTime());
        if (standing instanceof Standing.Refused) {
            throw refused(new Trouble.LifetimeZero());
        }
        Map<String, String> found = new HashMap<>(Map.of(
                "token", given.token().token(), "token-secret", given.token().secret()));
        if (!asked.address().equals(file.oscar())) {
            found.put("oscar-signing", asked.address().signingBase().toString());
        }
        file.keep(found);
        return told(standing);
    }

    private List<String> told(Standing standing) {
        if (!(standing instanceof Standing.Taken taken)) {
            return List.of("The token is in the file, and OSCAR did not answer when it was tried out.");
        }
        List<String> told = new ArrayList<>();
        told.add("Connected: OSCAR takes the bridge for its provider " + taken.actingAs() + ".");
        Lacking.of(taken, file.zones().oscar()).stream()
                .map(trouble -> TroubleWords.of(trouble).message())
                .forEach(told::add);
        return told;
    }

    private static Refused refused(Trouble trouble) {
        return new Refused(TroubleWords.of(trouble).message());
    }

    private Deadline inTime() {
        return new Deadline(means.clock().instant().plus(PATIENCE));
    }
}
