package ca.vitaravox.domain.clinic;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicIndex;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Keeps clinics in memory for as long as it lives: for tests, and for a tool that is one process. */
public final class InMemoryClinics implements ClinicDirectory, ClinicSettings, ClinicLines, ClinicIndex {
    private final Map<ClinicId, Clinic> clinics = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    /** No clinic yet. */
    public InMemoryClinics() {}

    @Override
    public synchronized Optional<Line> line(CalledLine called) {
        List<Line> named = named(called);
        return named.stream().map(Line::clinic).distinct().count() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** The lines that these parts name, in the order of the parts. */
    private List<Line> named(CalledLine called) {
        return Stream.of(
                        having(called.number(), line -> Optional.of(line.number())),
                        having(called.phoneNumberId(), Line::phoneNumberId),
                        having(called.assistantId(), Line::assistantId))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The line that has this part, if the part was told. */
    private <T> Optional<Line> having(Optional<T> told, Function<Line, Optional<T>> part) {
        return lines.stream()
                .filter(line -> told.isPresent() && part.apply(line).equals(told))
                .findFirst();
    }

    @Override
    public synchronized List<ClinicId> clinics() {
        return clinics.keySet().stream()
                .sorted(Comparator.comparing(ClinicId::value))
                .toList();
    }

    @Override
    public synchronized List<Line> lines(ClinicId clinic) {
        return lines.stream()
                .filter(line -> line.clinic().equals(clinic))
                .sorted(Comparator.comparing(line -> line.number().e164()))
                .toList();
    }

    @Override
    public synchronized Clinic clinic(ClinicId clinic) {
        return Optional.ofNullable(clinics.get(clinic))
                .orElseThrow(() -> new NoSuchElementException("no clinic " + clinic));
    }

    @Override
    public synchronized void save(Clinic clinic) {
        clinics.put(clinic.id(), clinic);
    }

    @Override
    public Clinic kept(ClinicId clinic) {
        return clinic(clinic);
    }

    @Override
    public synchronized boolean create(Clinic clinic) {
        return clinics.putIfAbsent(clinic.id(), clinic) == null;
    }

    @Override
    public synchronized void change(ClinicId clinic, UnaryOperator<Clinic> change) {
        save(change.apply(clinic(clinic)));
    }

    @Override
    public synchronized void changeLines(ClinicId clinic, UnaryOperator<List<Line>> change) {
        assign(clinic, change.apply(lines(clinic)));
    }

    @Override
    public synchronized List<Brief> page(
            Optional<Set<ClinicId>> among, Optional<String> search, Optional<ClinicId> after, int most) {
        return clinics().stream()
                .filter(id -> among.map(those -> those.contains(id)).orElse(true))
                .filter(id -> after.map(last -> id.value().compareTo(last.value()) > 0)
                        .orElse(true))
                .map(this::brief)
                .filter(brief -> search.map(word -> has(brief, word)).orElse(true))
                .limit(most)
                .toList();
    }

    private static boolean has(Brief brief, String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return brief.name().toLowerCase(Locale.ROOT).contains(wanted)
                || brief.id().value().contains(wanted);
    }

    private Brief brief(ClinicId id) {
        Clinic clinic = clinic(id);
        return new Brief(id, clinic.name(), clinic.zone(), lines(id).size());
    }

    @Override
    public synchronized void assign(ClinicId clinic, List<Line> assigned) {
        if (assigned.stream().anyMatch(line -> isAnothers(clinic, line))) {
            throw new IllegalStateException("a number or id among these belongs to another clinic");
        }
        lines.removeIf(line -> line.clinic().equals(clinic));
        lines.addAll(assigned);
    }

    @Override
    public synchronized void know(Line line) {
        Optional<Line> before = lines.stream()
                .filter(each ->
                        each.clinic().equals(line.clinic()) && each.number().equals(line.number()))
                .findFirst();
        if (before.isPresent() && isAnothers(line.clinic(), line)) {
            throw new IllegalStateException("an id of this line belongs to another clinic");
        }
        before.ifPresent(each -> lines.set(
                lines.indexOf(each),
                new Line(each.clinic(), each.number(), line.phoneNumberId(), line.assistantId(), each.language())));
    }

    private boolean isAnothers(ClinicId clinic, Line line) {
        CalledLine parts = new CalledLine(Optional.of(line.number()), line.phoneNumberId(), line.assistantId());
        return named(parts).stream().anyMatch(owner -> !owner.clinic().equals(clinic));
    }
}
