package ca.vitaravox.server.emr;

import static ca.vitaravox.server.emr.Finding.Mender.CLINIC_MANAGER;
import static ca.vitaravox.server.emr.Finding.Mender.OSCAR_ADMINISTRATOR;
import static ca.vitaravox.server.emr.Finding.Mender.OSCAR_HOST;
import static ca.vitaravox.server.emr.Finding.Mender.PLATFORM_ADMIN;

import ca.vitaravox.oscar.connect.Right;
import ca.vitaravox.oscar.connect.Trouble;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of each {@link Trouble}: those about bridges are in {@link BridgeWords}. */
public final class TroubleWords {
    private static final Map<Right, String> CANNOT = Map.of(
            Right.SEE_APPOINTMENTS, "read appointments",
            Right.BOOK, "book or cancel",
            Right.SEE_CHARTS, "find patients",
            Right.MAKE_CHARTS, "register new patients",
            Right.LEAVE_NOTES, "leave notes for staff");

    private TroubleWords() {}

    /** Each in words. */
    public static Finding of(Trouble trouble) {
        if (trouble instanceof Trouble.Unreachable) {
            return new Finding(
                    "UNREACHABLE",
                    "Nothing answered at OSCAR's address in time. Check the address, and that its firewall lets this"
                            + " server in.",
                    OSCAR_HOST,
                    true);
        }
        if (trouble instanceof Trouble.Untrusted) {
            return new Finding(
                    "UNTRUSTED_CERTIFICATE",
                    "What answers at OSCAR's address has no certificate that can be trusted: it ran out, is self-signed,"
                            + " or names another host. Install one of a public authority, with its whole chain.",
                    OSCAR_HOST,
                    true);
        }
        if (trouble instanceof Trouble.WrongPath) {
            return new Finding(
                    "WRONG_CONTEXT_PATH",
                    "A web server answers, but there is no OSCAR under this path. The address ends as it does in the"
                            + " browser before /login: often /oscar, sometimes /oscar_15 or /kaiemr.",
                    PLATFORM_ADMIN,
                    true);
        }
        if (trouble instanceof Trouble.RestOff) {
            return new Finding(
                    "REST_MODULE_OFF",
                    "OSCAR is there, but its REST module is off. Add REST to ModuleNames in oscar.properties and restart"
                            + " Tomcat.",
                    OSCAR_HOST,
                    true);
        }
        if (trouble instanceof Trouble.Barred barred) {
            return new Finding(
                    "BARRED",
                    "Something before OSCAR turned us away with " + barred.status() + ": let this server's address"
                            + " through to /ws.",
                    OSCAR_HOST,
                    true);
        }
        if (trouble instanceof Trouble.Unwell unwell) {
            return new Finding(
                    "UNWELL",
                    "The proxy before OSCAR answered " + unwell.status() + ": OSCAR does not run, or is overloaded.",
                    OSCAR_HOST,
                    true);
        }
        return ofClock(trouble);
    }

    private static Finding ofClock(Trouble trouble) {
        if (trouble instanceof Trouble.NoClock) {
            return new Finding(
                    "NO_CLOCK",
                    "Answers from OSCAR have no Date header, so clocks cannot be compared and nothing is signed: let the"
                            + " proxy pass it on.",
                    OSCAR_HOST,
                    true);
        }
        if (trouble instanceof Trouble.ClockWrong wrong) {
            long minutes = Math.max(2, Math.round(wrong.ahead().abs().toSeconds() / 60.0));
            return new Finding(
                    "CLOCK_WRONG",
                    "The clock of OSCAR's server is " + minutes + " minutes "
                            + (wrong.ahead().isNegative() ? "slow" : "fast")
                            + ". Have it set by NTP: requests are not signed across more than 2 minutes.",
                    OSCAR_HOST,
                    true);
        }
        if (trouble instanceof Trouble.SeenElsewhere seen) {
            return new Finding(
                    "ADDRESS_REWRITTEN",
                    "A proxy rewrites the address: OSCAR sees itself called at " + seen.signingBase()
                            + ". Enter that as the signing address, or connect again, which does.",
                    PLATFORM_ADMIN,
                    true);
        }
        if (trouble instanceof Trouble.ZoneDiffers differs) {
            return new Finding(
                    "ZONE_DIFFERS",
                    "OSCAR's times are not those of the zone in the settings" + fitting(differs.fitting())
                            + ". Appointments would be hours off: correct the zone.",
                    PLATFORM_ADMIN,
                    true);
        }
        return ofClient(trouble);
    }

    private static String fitting(List<ZoneId> zones) {
        return zones.isEmpty()
                ? ""
                : zones.stream().map(ZoneId::getId).collect(Collectors.joining(" or ", "; they fit ", ""));
    }

    private static Finding ofClient(Trouble trouble) {
        if (trouble instanceof Trouble.ClientUnknown) {
            return new Finding(
                    "CLIENT_UNKNOWN",
                    "OSCAR does not take the client key or its secret. Copy both again from Administration >"
                            + " Integration > REST Clients.",
                    OSCAR_ADMINISTRATOR,
                    true);
        }
        if (trouble instanceof Trouble.ClientRefused refused) {
            return new Finding(
                    "CLIENT_REFUSED",
                    "OSCAR knows the client and refuses it. Its secret is another, or its URI in Administration >"
                            + " Integration > REST Clients is not the beginning of "
                            + refused.callback().replaceFirst("[?].*", "") + ".",
                    OSCAR_ADMINISTRATOR,
                    true);
        }
        if (trouble instanceof Trouble.ConsentRefused) {
            return new Finding(
                    "CONSENT_REFUSED",
                    "OSCAR gave no token: the consent was too old, was used before, or the code was typed wrong. Start"
                            + " again.",
                    CLINIC_MANAGER,
                    true);
        }
        if (trouble instanceof Trouble.NotConnected) {
            return new Finding(
                    "NOT_CONNECTED",
                    "Everything is ready, but nobody at the clinic has consented yet. Connect, and log in to OSCAR as the"
                            + " provider made for it.",
                    CLINIC_MANAGER,
                    true);
        }
        if (trouble instanceof Trouble.LifetimeZero) {
            return new Finding(
                    "LIFETIME_ZERO",
                    "OSCAR gave a token and refused it a moment later: the client is registered with a lifetime of 0."
                            + " Register it anew with -1, then connect again.",
                    OSCAR_ADMINISTRATOR,
                    true);
        }
        if (trouble instanceof Trouble.TokenLost) {
            return new Finding(
                    "TOKEN_LOST",
                    "OSCAR no longer takes the token: it ran out or was removed. Connect again; so that it does not run"
                            + " out, the client is registered with a lifetime of -1.",
                    CLINIC_MANAGER,
                    true);
        }
        return ofPowers(trouble);
    }

    private static Finding ofPowers(Trouble trouble) {
        if (trouble instanceof Trouble.PrivilegeMissing missing) {
            Right right = missing.right();
            boolean hinders = right != Right.LEAVE_NOTES && right != Right.MAKE_CHARTS;
            return new Finding(
                    "PRIVILEGE_MISSING",
                    "The provider who consented may not " + CANNOT.get(right) + ". Give a role of theirs the privilege "
                            + right.privilege() + " on " + right.object() + ".",
                    OSCAR_ADMINISTRATOR,
                    hinders);
        }
        if (trouble instanceof Trouble.SoapBlocked blocked) {
            return new Finding(
                    "SOAP_BLOCKED",
                    "SOAP does not get through to OSCAR (" + (blocked.status() == 0 ? "no answer" : blocked.status())
                            + "), so its schedules and second telephone numbers cannot be read. Let /ws/*Service"
                            + " through, or keep schedules here.",
                    OSCAR_HOST,
                    false);
        }
        if (trouble instanceof Trouble.SoapRefused) {
            return new Finding(
                    "SOAP_LOGIN_REFUSED",
                    "OSCAR does not take the user name and password for SOAP: they changed, the account is locked, or it"
                            + " needs a second factor.",
                    OSCAR_ADMINISTRATOR,
                    false);
        }
        return BridgeWords.of(trouble).orElseThrow(() -> new IllegalStateException("nobody has words for " + trouble));
    }
}
