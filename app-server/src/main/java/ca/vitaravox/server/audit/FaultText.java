package ca.vitaravox.server.audit;

import ca.vitaravox.ports.audit.Verification.Fault;
import ca.vitaravox.ports.audit.Verification.Verdict;

/** What was found in a chain, in words. */
public final class FaultText {
    private FaultText() {}

    /** One line about one chain. */
    public static String of(Verdict verdict) {
        if (verdict instanceof Verdict.Intact intact) {
            return "%s: whole, %d entries, %d more sealed, %d anchors agree; %s"
                    .formatted(
                            intact.head().chain(),
                            intact.entries(),
                            intact.retired(),
                            intact.anchors(),
                            AnchorLine.of(intact.head()));
        }
        Verdict.Broken broken = (Verdict.Broken) verdict;
        return "%s: BROKEN at entry %d: %s.".formatted(broken.chain(), broken.position(), of(broken.fault()));
    }

    /** What is wrong with the entry. */
    public static String of(Fault fault) {
        return switch (fault) {
            case ALTERED -> "it was altered, or is in another place or clinic than where it was written";
            case UNLINKED -> "it does not follow the entry before it";
            case MISSING -> "it is missing, and no seal says why";
            case DOUBLE -> "there are two in its place";
            case CUT_OFF -> "it is missing with all after it";
            case REWRITTEN -> "the entries up to it are not those the anchor was made of";
            case RETIRED_EARLY -> "it was removed before it was seven years old";
            case UNKNOWN_FORM -> "it was written by a later version, which has to verify it";
        };
    }
}
