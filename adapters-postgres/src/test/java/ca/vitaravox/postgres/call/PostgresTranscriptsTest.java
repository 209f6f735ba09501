package ca.vitaravox.postgres.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SealedSecrets.Sealed;
import ca.vitaravox.ports.clinic.SecretPlace;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.OpenEnvelope;
import ca.vitaravox.ports.contract.call.TranscriptsContract;
import ca.vitaravox.postgres.OnPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTranscriptsTest extends TranscriptsContract implements OnPostgres {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final OpenEnvelope ENVELOPE = new OpenEnvelope("k1");

    @Override
    protected Transcripts transcripts() {
        return POSTGRES.database().staff().transcripts(ENVELOPE);
    }

    private static SealedSecrets sealed() {
        return POSTGRES.database().staff().sealedTranscripts();
    }

    private static List<Sealed> all(int page) {
        List<Sealed> all = new ArrayList<>();
        Optional<SecretPlace> after = Optional.empty();
        List<Sealed> some = sealed().page(after, page);
        while (!some.isEmpty()) {
            assertTrue(some.size() <= page);
            all.addAll(some);
            after = Optional.of(some.get(some.size() - 1).place());
            some = sealed().page(after, page);
        }
        return all;
    }

    @Test
    void a_row_that_was_moved_to_another_call_or_clinic_does_not_open_there() throws Exception {
        ClinicId clinic = newClinic();
        CallId call = Fresh.call();
        transcripts().keep(clinic, call, "User: Hello.", NOW);
        CallId other = Fresh.call();
        String copy = "INSERT INTO transcripts SELECT '%s', '%s', since, sealed FROM transcripts WHERE call_id = '%s'";
        ClinicId elsewhere = newClinic();
        POSTGRES.administer(copy.formatted(clinic, other, call));
        POSTGRES.administer(copy.formatted(elsewhere, call, call));
        assertThrows(UnsealableException.class, () -> transcripts().transcript(clinic, other));
        assertThrows(UnsealableException.class, () -> transcripts().transcript(elsewhere, call));
        assertTrue(transcripts().remove(clinic, other) && transcripts().remove(elsewhere, call));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void all_of_all_clinics_are_gone_through_once_in_pages(int page) {
        Set<String> made = new HashSet<>();
        for (ClinicId clinic : List.of(newClinic(), newClinic(), newClinic())) {
            for (int i = 0; i < 3; i++) {
                CallId call = Fresh.call();
                transcripts().keep(clinic, call, "User: " + call, NOW);
                made.add("clinic/" + clinic + " transcript/" + call);
            }
        }
        List<String> seen = all(page).stream()
                .map(each -> each.place().owner() + " " + each.place().field())
                .toList();
        assertEquals(seen.size(), Set.copyOf(seen).size());
        assertTrue(seen.containsAll(made));
    }

    @Test
    void one_sealed_anew_opens_as_before_and_one_that_changed_meanwhile_stays() {
        ClinicId clinic = newClinic();
        CallId call = Fresh.call();
        transcripts().keep(clinic, call, "User: Hello.", NOW);
        Sealed kept = all(100).stream()
                .filter(each -> each.place().field().endsWith(call.value()))
                .findFirst()
                .orElseThrow();
        String anew = new OpenEnvelope("k2").seal(kept.place(), "User: Hello.");
        assertTrue(sealed().replace(kept, anew));
        assertEquals(
                "User: Hello.",
                transcripts().transcript(clinic, call).orElseThrow().text());
        assertFalse(sealed().replace(kept, anew), "it is not any more what was read");
    }
}
