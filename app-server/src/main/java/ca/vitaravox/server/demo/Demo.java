package ca.vitaravox.server.demo;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.Migrations;
import ca.vitaravox.server.clinic.AesGcmEnvelope;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.script.CallPlayer;
import ca.vitaravox.server.script.Scripts;
import ca.vitaravox.server.script.Transcript;
import ca.vitaravox.server.script.Webhook;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Closing;
import ca.vitaravox.server.serve.Databases;
import java.io.PrintWriter;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A running demo: PostgreSQL, three clinics, a stand-in OSCAR, one server. */
public final class Demo implements AutoCloseable {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'at' HH:mm", Locale.CANADA);
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final Closing closing;
    private final ServerConfig config;
    private final InstantSource clock;
    private final PrintWriter out;
    private final EmbeddedDatabase postgres;
    private final Database database;
    private final DemoOscar oscar;
    private final Backend backend;

    private Demo(DataFolder folder, ServerConfig config, Closing closing, InstantSource clock, PrintWriter out) {
        this.closing = closing;
        this.config = config;
        this.clock = clock;
        this.out = out;
        postgres = closing.add(EmbeddedDatabase.start(folder));
        Migrations.run(postgres.asOwner().login());
        database = closing.add(Databases.open(postgres.asApplication(), config.poolSize(), clock));
        new DemoData(database, clock).bringUpToToday();
        oscar = closing.add(DemoOscar.start(clock));
        oscar.connect(database, new AesGcmEnvelope(config.encryptionKeys().orElseThrow()), clock);
        EmrHosts hosts = config.emrAllowedHosts().and(oscar.server().baseUrl());
        backend = closing.add(Backend.startForDemo(config.withEmrs(hosts), database, clock));
    }

    /**
     * Starts everything.
     *
     * @param folder where the data is kept; closed with the demo
     * @param config where to listen, and how the webhook is proved; with all its secrets
     * @param closing what is closed when the process ends: everything that is started here is added
     * @throws ca.vitaravox.server.cli.Refused if something does not start
     */
    public static Demo start(
            DataFolder folder, ServerConfig config, Closing closing, InstantSource clock, PrintWriter out) {
        return new Demo(folder, config, closing, clock, out);
    }

    /** The server's address on this machine. */
    public URI address() {
        String host = config.bind().equals(ANY_ADDRESS) ? "127.0.0.1" : config.bind();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + backend.port());
    }

    /** Maple Street's EMR. */
    DemoOscar oscar() {
        return oscar;
    }

    /** The database as its owner sees it. */
    EmbeddedDatabase postgres() {
        return postgres;
    }

    /**
     * Plays the call and prints it, ending with the appointment as the EMR has it.
     *
     * @return whether the EMR has it
     * @throws ca.vitaravox.server.cli.Refused if the call goes otherwise than it should
     */
    public boolean play() {
        EarlierBookings bookings = new EarlierBookings(database, clock);
        bookings.cancel().forEach(each -> out.println("Cancelled what the last demo booked: " + told(each) + "."));
        out.println("\nA call to Harbourview Family Clinic\n");
        Webhook webhook = new Webhook(address(), config.webhookSecret().orElseThrow(), config.webhookAuth(), clock);
        Map<String, String> kept = new CallPlayer(webhook, new Transcript(out), clock).play(Scripts.booking());
        Optional<Appointment> booked = bookings.standing(new AppointmentId(kept.get("appointment")));
        out.println();
        out.println(booked.map(each -> "In the clinic's EMR now: " + told(each) + ", for Robin Castellan.")
                .orElse("The EMR does not have the appointment."));
        out.flush();
        return booked.isPresent();
    }

    private String told(Appointment appointment) {
        Clinic clinic = database.clinicDirectory().clinic(DemoClinics.HARBOURVIEW);
        ZonedDateTime start = appointment.time().start().atZone(clinic.zone());
        String provider = clinic.provider(appointment.provider())
                .map(Provider::displayName)
                .orElse(appointment.provider().value());
        String type = clinic.visitTypeOfEmr(appointment.emrType())
                .map(VisitType::code)
                .map(Object::toString)
                .orElse(appointment.emrType());
        return "appointment " + appointment.id() + ", " + WHEN.format(start) + " with " + provider + ", " + type + ", "
                + appointment.time().length().toMinutes() + " minutes";
    }

    /** Prints where things are, and a request to try. */
    public void printAddresses(Optional<Secret> random) {
        List<DemoLogins.Given> logins = new DemoLogins(database, clock).renew();
        String secret = random.map(Secret::value).orElse("$VITARAVOX_WEBHOOK_SECRET");
        out.println("\nThe server stays up until you press Ctrl-C.\n");
        out.println("  Web       " + address() + "/ (the web application for staff; the logins below)");
        out.println("  Webhook   " + address() + "/vapi");
        out.println("  One tool  " + address() + "/api/vapi/{tool}");
        out.println("  Health    " + address() + "/health");
        out.println("  Logins    " + address() + "/api/auth/login");
        logins.forEach(login -> out.println("            " + login.email() + "  " + login.password()));
        out.println("  OSCAR     " + oscar.server().baseUrl() + " (a stand-in; Maple Street Clinic books there)");
        out.println("            ./vitaravox call --to +12505550130 --from " + DemoOscar.ROBIN_PHONE);
        out.println("\nTry:\n");
        out.println("  curl -s " + address() + "/api/vapi/get-clinic-info -H 'Content-Type: application/json' \\");
        out.println("    -H \"Authorization: Bearer " + secret + "\" \\");
        out.println("    -d '{\"call\":{\"id\":\"try-it\",\"to\":\"+16045550101\"},\"arguments\":{}}'");
        out.flush();
    }

    @Override
    public void close() {
        closing.close();
    }
}
