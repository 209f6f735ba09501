package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.time.Zones;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Which EMR a clinic has: where it is, which platform admins alone say; what we prove ourselves with, which is never read
 * again; and the switch between it and demo data, which works at once.
 */
public final class EmrRoutes {
    private static final String EMR = "/api/admin/clinics/{clinic}/emr";
    private static final int LONGEST_SECRET = 500;

    private final ClinicEmrs emrs;
    private final EmrShape shape;
    private final Envelope envelope;
    private final EmrHosts hosts;
    private final Consumer<ClinicId> readiness;
    private final SettingChanges changes;
    private final InstantSource clock;

    /**
     * The EMRs of all clinics.
     *
     * @param hosts where EMRs may be
     * @param readiness refuses a clinic that lacks something to go live with
     */
    public EmrRoutes(
            ClinicEmrs emrs,
            Envelope envelope,
            EmrHosts hosts,
            Consumer<ClinicId> readiness,
            SettingChanges changes,
            InstantSource clock) {
        this.emrs = emrs;
        this.shape = new EmrShape(envelope);
        this.envelope = envelope;
        this.hosts = hosts;
        this.readiness = readiness;
        this.changes = changes;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, EMR, this::show),
                new Route(HandlerType.PUT, EMR, this::put),
                new Route(HandlerType.PUT, EMR + "/credentials", this::putCredentials),
                new Route(HandlerType.PUT, EMR + "/live", this::putLive));
    }

    private void show(Visit visit) {
        ClinicId clinic = visit.clinic();
        visit.show(shape.of(clinic, emrs.emr(clinic).settings()));
    }

    private void change(Visit visit, String name, UnaryOperator<EmrSettings> change) {
        ClinicId clinic = visit.clinic();
        changes.put(
                visit,
                new Setting<EmrSettings>(
                        name,
                        wanted -> emrs.change(clinic, wanted, clock.instant()),
                        kept -> Optional.of(shape.of(clinic, kept))),
                change);
    }

    private void put(Visit visit) {
        EmrSettings wanted = visit.read(this::read);
        change(visit, "emr", kept -> keeping(kept, wanted));
    }

    private EmrSettings read(Body body) {
        String kind = body.text("kind");
        if (kind.equals(EmrSettings.DEMO_KIND)) {
            return EmrSettings.DEMO;
        }
        if (!kind.equals(OscarMaker.KIND) && !kind.equals(BridgeMaker.KIND)) {
            throw body.refusal("kind", "is none of demo, oscar, bridge");
        }
        URI base = body.value("baseUrl", this::allowed);
        URI signing = body.someValue("signingUrl", EmrRoutes::address).orElse(base);
        ZoneId zone = body.value("timezone", Zones::named);
        return new EmrSettings(kind, false, Optional.of(new EmrAddress(base, signing, zone)), Optional.empty());
    }

    private URI allowed(String text) {
        URI address = address(text);
        hosts.refusal(address).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return address;
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (address.getHost() != null
                    && address.getScheme().matches("https?")
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // said below, without what was sent
        }
        throw new IllegalArgumentException("is no address such as https://oscar.clinic.example/oscar");
    }

    /** Credentials are for the server they were got from: they stay with it, and with them the clinic may stay live. */
    private static EmrSettings keeping(EmrSettings kept, EmrSettings wanted) {
        boolean sameServer = kept.kind().equals(wanted.kind())
                && kept.address()
                        .map(each -> each.base().getRawAuthority())
                        .equals(wanted.address().map(each -> each.base().getRawAuthority()));
        Optional<String> credentials = sameServer ? kept.credentials() : Optional.empty();
        return new EmrSettings(
                wanted.kind(), sameServer && kept.live() && credentials.isPresent(), wanted.address(), credentials);
    }

    /** What is left out stays as long as the client does: nobody can read it to put it back. */
    private void putCredentials(Visit visit) {
        OscarSecrets sent = visit.read(EmrRoutes::secrets);
        change(visit, "emr/credentials", kept -> {
            if (!kept.kind().equals(OscarMaker.KIND)) {
                throw noEmr();
            }
            OscarSecrets all = kept(visit.clinic(), kept)
                    .filter(before -> before.client().equals(sent.client()))
                    .map(before -> new OscarSecrets(
                            sent.client(),
                            sent.token().or(before::token),
                            sent.soap().or(before::soap)))
                    .orElse(sent);
            String anew = EmrCredentials.seal(envelope, visit.clinic(), all);
            boolean live = kept.live() && all.credentials().isPresent();
            return new EmrSettings(kept.kind(), live, kept.address(), Optional.of(anew));
        });
    }

    private static OscarSecrets secrets(Body body) {
        ClientKey client =
                new ClientKey(body.line("clientKey", LONGEST_SECRET), body.line("clientSecret", LONGEST_SECRET));
        Optional<TokenKey> token = body.someLine("token", LONGEST_SECRET)
                .map(text -> new TokenKey(text, body.line("tokenSecret", LONGEST_SECRET)));
        Optional<SoapLogin> soap = body.someLine("soapUsername", LONGEST_SECRET)
                .map(name -> new SoapLogin(name, body.line("soapPassword", LONGEST_SECRET)));
        return new OscarSecrets(client, token, soap);
    }

    /** Those that are kept and can be opened. */
    private Optional<OscarSecrets> kept(ClinicId clinic, EmrSettings settings) {
        try {
            return settings.credentials().map(text -> EmrCredentials.open(envelope, clinic, text));
        } catch (UnsealableException lost) {
            return Optional.empty();
        }
    }

    private static Problem noEmr() {
        return Problem.of(409, "NO_EMR", "The clinic has no EMR of its own: give it one first.");
    }

    /** Back to demo data it goes at once; live, only when nothing is lacking. */
    private void putLive(Visit visit) {
        boolean live = visit.read(body -> body.flag("live"));
        if (live && !emrs.emr(visit.clinic()).settings().live()) {
            readiness.accept(visit.clinic());
        }
        change(visit, "emr/live", kept -> {
            if (kept.address().isEmpty()) {
                throw noEmr();
            }
            if (live
                    && !kept.kind().equals(BridgeMaker.KIND)
                    && kept(visit.clinic(), kept)
                            .flatMap(OscarSecrets::credentials)
                            .isEmpty()) {
                throw Problem.of(
                        409,
                        "NO_CREDENTIALS",
                        "Nobody has consented to the use of the clinic's EMR: connect it first.");
            }
            return kept.live(live);
        });
    }
}
