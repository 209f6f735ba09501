package ca.vitaravox.domain.patient;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Consent;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.RegistrationJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps registrations in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryRegistrationJournal implements RegistrationJournal {
    private final Map<Key, Row> rows = new HashMap<>();
    private final List<Agreed> agreed = new ArrayList<>();

    /** Nobody has registered yet. */
    public InMemoryRegistrationJournal() {}

    private record Key(ClinicId clinic, String person) {}

    /** Where somebody's registration stands; a row stays, so that its attempts never begin to count anew. */
    private enum State {
        CLAIMED,
        SENT,
        MADE,
        DROPPED
    }

    private record Row(
            Registrant registrant, Instant since, Instant until, int attempt, State state, Optional<PatientId> made) {
        boolean isOpen() {
            return state == State.CLAIMED || state == State.SENT;
        }

        boolean isDue(Instant now) {
            return state == State.SENT && !until.isAfter(now);
        }

        Row become(State next, Optional<PatientId> chart) {
            return new Row(registrant, since, until, attempt, next, chart);
        }
    }

    /** What the patient of a chart that was made agreed to, when, in which call. */
    public record Agreed(ClinicId clinic, CallId call, PatientId patient, Consent consent, Instant at) {}

    /** Everything that was agreed to, oldest first. */
    public synchronized List<Agreed> agreed() {
        return List.copyOf(agreed);
    }

    @Override
    public synchronized Claim claim(ClinicId clinic, Registrant registrant, Instant now, Instant until) {
        Key key = new Key(clinic, registrant.person());
        Row row = rows.get(key);
        if (row != null && row.made.isPresent() && row.registrant.call().equals(registrant.call())) {
            return new Claim.Made(row.made.get());
        }
        if (row != null && row.isOpen() && row.until.isAfter(now)) {
            return new Claim.Running();
        }
        if (row != null && row.isDue(now)) {
            return new Claim.TakenOver(takenOver(key, until));
        }
        int attempt = row == null ? 1 : row.attempt + 1;
        rows.put(key, new Row(registrant, now, until, attempt, State.CLAIMED, Optional.empty()));
        return new Claim.Yours(attempt);
    }

    private CutOff takenOver(Key key, Instant until) {
        Row row = rows.get(key);
        rows.put(key, new Row(row.registrant, row.since, until, row.attempt + 1, row.state, row.made));
        return new CutOff(key.clinic, row.registrant, row.since, row.attempt + 1);
    }

    @Override
    public synchronized boolean sending(ClinicId clinic, String person, int attempt) {
        return become(clinic, person, attempt, State.SENT, Optional.empty()).isPresent();
    }

    @Override
    public synchronized boolean made(ClinicId clinic, String person, int attempt, PatientId patient, Instant now) {
        Optional<Row> ended = become(clinic, person, attempt, State.MADE, Optional.of(patient));
        ended.map(Row::registrant)
                .ifPresent(each ->
                        agreed.add(new Agreed(clinic, each.call(), patient, each.consent(), ended.get().since)));
        return ended.isPresent();
    }

    @Override
    public synchronized boolean dropped(ClinicId clinic, String person, int attempt) {
        return become(clinic, person, attempt, State.DROPPED, Optional.empty()).isPresent();
    }

    /** The row as it was, if it is this attempt's and has not ended. */
    private Optional<Row> become(ClinicId clinic, String person, int attempt, State state, Optional<PatientId> chart) {
        Key key = new Key(clinic, person);
        Optional<Row> row = Optional.ofNullable(rows.get(key)).filter(each -> each.isOpen() && each.attempt == attempt);
        row.ifPresent(each -> rows.put(key, each.become(state, chart)));
        return row;
    }

    @Override
    public synchronized Set<PatientId> madeIn(ClinicId clinic, CallId call) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().clinic.equals(clinic))
                .filter(entry -> entry.getValue().registrant.call().equals(call))
                .flatMap(entry -> entry.getValue().made.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized List<CutOff> take(int most, Instant now, Instant until) {
        List<Key> due = rows.entrySet().stream()
                .filter(entry -> entry.getValue().isDue(now))
                .sorted(Comparator.comparing(entry -> entry.getValue().until))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        return due.stream().map(key -> takenOver(key, until)).toList();
    }
}
