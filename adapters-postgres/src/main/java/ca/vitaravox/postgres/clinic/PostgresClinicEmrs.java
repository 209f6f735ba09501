package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrSettings;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Which EMR each clinic has. What ends with a switch is ended by the tables themselves. */
public final class PostgresClinicEmrs implements ClinicEmrs {
    private static final String READ = """
            SELECT kind, live, base_url, signing_url, zone, credentials, switched_at
              FROM clinic_emrs WHERE clinic_id = :clinic
            """;

    private static final String SAVE = """
            INSERT INTO clinic_emrs AS e (
                clinic_id, kind, live, base_url, signing_url, zone, credentials, changed_at, switched_at)
            VALUES (:clinic, :kind, :live, :base, :signing, :zone, :credentials, :now,
                    CASE WHEN :emr <> 'demo' THEN CAST(:now AS timestamptz) END)
            ON CONFLICT (clinic_id) DO UPDATE SET
                kind = excluded.kind, live = excluded.live, base_url = excluded.base_url,
                signing_url = excluded.signing_url, zone = excluded.zone, credentials = excluded.credentials,
                changed_at = excluded.changed_at,
                switched_at = CASE WHEN e.emr <> :emr THEN excluded.changed_at ELSE e.switched_at END
            """;

    private static final EmrInUse NEVER_GIVEN = new EmrInUse(EmrSettings.DEMO, Optional.empty());

    private final ClinicTransactions transactions;

    /** Those of all clinics. */
    public PostgresClinicEmrs(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public EmrInUse emr(ClinicId clinic) {
        return transactions.queryInClinic(clinic, READ, query -> {}, row -> read(row)).stream()
                .findFirst()
                .orElse(NEVER_GIVEN);
    }

    @Override
    public void change(ClinicId clinic, UnaryOperator<EmrSettings> change, Instant now) {
        transactions.doInClinic(clinic, handle -> {
            PostgresClinicSettings.takeTurn(handle, clinic);
            EmrSettings kept = handle.createQuery(READ)
                    .bind("clinic", clinic.value())
                    .map((row, context) -> read(row))
                    .findOne()
                    .orElse(NEVER_GIVEN)
                    .settings();
            save(handle, clinic, change.apply(kept), now);
        });
    }

    private static EmrInUse read(ResultSet row) throws SQLException {
        Optional<EmrAddress> address = Optional.empty();
        if (row.getString("base_url") != null) {
            address = Optional.of(new EmrAddress(
                    URI.create(row.getString("base_url")),
                    URI.create(row.getString("signing_url")),
                    ZoneId.of(row.getString("zone"))));
        }
        return new EmrInUse(
                new EmrSettings(
                        row.getString("kind"), row.getBoolean("live"), address, Columns.someText(row, "credentials")),
                Columns.someMoment(row, "switched_at"));
    }

    private static void save(Handle handle, ClinicId clinic, EmrSettings settings, Instant now) {
        Optional<EmrAddress> address = settings.address();
        handle.createUpdate(SAVE)
                .bind("clinic", clinic.value())
                .bind("kind", settings.kind())
                .bind("live", settings.live())
                .bind("base", address.map(each -> each.base().toString()).orElse(null))
                .bind(
                        "signing",
                        address.map(each -> each.signingBase().toString()).orElse(null))
                .bind("zone", address.map(each -> each.zone().getId()).orElse(null))
                .bind("credentials", settings.credentials().orElse(null))
                .bind("emr", name(settings))
                .bind("now", Columns.moment(now))
                .execute();
    }

    /** As the column of that name makes it. */
    private static String name(EmrSettings settings) {
        return settings.isDemo()
                ? EmrSettings.DEMO_KIND
                : settings.kind() + " " + settings.address().orElseThrow().base();
    }
}
