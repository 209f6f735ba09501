package ca.vitaravox.ports.contract.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicIndex;
import ca.vitaravox.ports.clinic.ClinicLines;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link ClinicDirectory} and {@link ClinicSettings}, which writes what it reads, promise. */
public abstract class ClinicDirectoryContract {
    private ClinicDirectory directory;
    private ClinicSettings settings;
    private Clinic clinic;
    private Clinic otherClinic;

    /** The directory. */
    protected abstract ClinicDirectory clinicDirectory();

    /** What writes the directory. */
    protected abstract ClinicSettings clinicSettings();

    /** The lines, as they are kept. */
    protected abstract ClinicLines clinicLines();

    /** All clinics in brief. */
    protected abstract ClinicIndex clinicIndex();

    /** Lets what the directory may still remember grow stale. */
    protected void letSomeSecondsPass() {}

    @BeforeEach
    void open() {
        directory = clinicDirectory();
        settings = clinicSettings();
        clinic = saved(SampleClinics.small(Fresh.clinic()));
        otherClinic = saved(SampleClinics.small(Fresh.clinic()));
    }

    private Clinic saved(Clinic saved) {
        settings.save(saved);
        letSomeSecondsPass();
        return saved;
    }

    private void assign(Clinic to, Line... lines) {
        settings.assign(to.id(), List.of(lines));
        letSomeSecondsPass();
    }

    private static Line line(Clinic of) {
        return new Line(of.id(), Fresh.phone(), Optional.of(Fresh.hex()), Optional.of(Fresh.hex()), Language.ENGLISH);
    }

    private static CalledLine number(PhoneNumber number) {
        return new CalledLine(Optional.of(number), Optional.empty(), Optional.empty());
    }

    @Test
    void a_clinic_is_read_as_it_was_saved() {
        assertEquals(clinic, directory.clinic(clinic.id()));
        Clinic large = saved(SampleClinics.large(Fresh.clinic()));
        assertEquals(large, directory.clinic(large.id()));
    }

    @Test
    void saving_replaces_all_settings() {
        Clinic grown = saved(SampleClinics.large(clinic.id()));
        assertEquals(grown, directory.clinic(clinic.id()));
        Clinic shrunk = saved(SampleClinics.small(clinic.id()));
        assertEquals(shrunk, directory.clinic(clinic.id()));
    }

    @Test
    void saving_leaves_lines_and_other_clinics_alone() {
        Line line = line(clinic);
        assign(clinic, line);
        saved(SampleClinics.large(clinic.id()));
        assertEquals(Optional.of(line), directory.line(number(line.number())));
        assertEquals(otherClinic, directory.clinic(otherClinic.id()));
    }

    @Test
    void every_bound_of_the_policy_is_kept() {
        BookingPolicy policy = new BookingPolicy(20, Duration.ofMinutes(90), Duration.ZERO, 365, 7);
        Clinic strict = saved(SampleClinics.withPolicy(clinic, policy));
        assertEquals(policy, directory.clinic(strict.id()).policy());
    }

    @Test
    void an_unknown_clinic_is_no_clinic() {
        ClinicId nobody = Fresh.clinic();
        assertThrows(NoSuchElementException.class, () -> directory.clinic(nobody));
    }

    @Test
    void a_line_is_found_by_each_of_its_parts_and_by_all_together() {
        Line line = line(clinic);
        assign(clinic, line);
        assertEquals(Optional.of(line), directory.line(number(line.number())));
        assertEquals(
                Optional.of(line),
                directory.line(new CalledLine(Optional.empty(), line.phoneNumberId(), Optional.empty())));
        assertEquals(
                Optional.of(line),
                directory.line(new CalledLine(Optional.empty(), Optional.empty(), line.assistantId())));
        assertEquals(
                Optional.of(line),
                directory.line(new CalledLine(Optional.of(line.number()), line.phoneNumberId(), line.assistantId())));
    }

    @Test
    void a_line_may_have_its_number_only() {
        Line line = new Line(clinic.id(), Fresh.phone(), Optional.empty(), Optional.empty(), Language.FRENCH);
        assign(clinic, line);
        assertEquals(Optional.of(line), directory.line(number(line.number())));
    }

    @Test
    void what_is_known_counts_beside_what_is_not() {
        Line line = line(clinic);
        assign(clinic, line);
        Optional<String> unknown = Optional.of(Fresh.hex());
        assertEquals(Optional.of(line), directory.line(new CalledLine(Optional.of(line.number()), unknown, unknown)));
        assertEquals(
                Optional.of(line),
                directory.line(new CalledLine(Optional.of(Fresh.phone()), line.phoneNumberId(), unknown)));
    }

    @Test
    void there_is_no_default_clinic() {
        assign(clinic, line(clinic));
        Optional<String> unknown = Optional.of(Fresh.hex());
        assertEquals(Optional.empty(), directory.line(new CalledLine(Optional.of(Fresh.phone()), unknown, unknown)));
        assertEquals(
                Optional.empty(), directory.line(new CalledLine(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void parts_that_name_two_clinics_name_none() {
        Line ours = line(clinic);
        Line theirs = line(otherClinic);
        assign(clinic, ours);
        assign(otherClinic, theirs);
        Optional<PhoneNumber> number = Optional.of(ours.number());
        assertEquals(
                Optional.empty(), directory.line(new CalledLine(number, theirs.phoneNumberId(), Optional.empty())));
        assertEquals(Optional.empty(), directory.line(new CalledLine(number, Optional.empty(), theirs.assistantId())));
        assertEquals(
                Optional.empty(),
                directory.line(new CalledLine(Optional.empty(), ours.phoneNumberId(), theirs.assistantId())));
    }

    @Test
    void of_two_lines_of_one_clinic_the_first_part_decides() {
        Line first = line(clinic);
        Line second = new Line(clinic.id(), Fresh.phone(), Optional.of(Fresh.hex()), Optional.empty(), Language.FRENCH);
        assign(clinic, first, second);
        assertEquals(
                Optional.of(second),
                directory.line(
                        new CalledLine(Optional.of(second.number()), first.phoneNumberId(), first.assistantId())));
        assertEquals(
                Optional.of(second),
                directory.line(new CalledLine(Optional.empty(), second.phoneNumberId(), first.assistantId())));
    }

    @Test
    void assigning_replaces_the_clinics_lines_and_no_others() {
        Line before = line(clinic);
        Line theirs = line(otherClinic);
        assign(clinic, before);
        assign(otherClinic, theirs);
        Line after = line(clinic);
        assign(clinic, after);
        assertEquals(Optional.empty(), directory.line(number(before.number())));
        assertEquals(Optional.of(after), directory.line(number(after.number())));
        assertEquals(Optional.of(theirs), directory.line(number(theirs.number())));
        assign(otherClinic, before(theirs, before));
        assertEquals(
                otherClinic.id(),
                directory.line(number(before.number())).orElseThrow().clinic());
        assign(clinic);
        assertEquals(Optional.empty(), directory.line(number(after.number())));
    }

    private static Line before(Line whose, Line number) {
        return new Line(
                whose.clinic(), number.number(), number.phoneNumberId(), number.assistantId(), whose.language());
    }

    @Test
    void a_number_or_id_of_another_clinic_cannot_be_assigned_and_nothing_changes() {
        Line ours = line(clinic);
        Line theirs = line(otherClinic);
        assign(clinic, ours);
        assign(otherClinic, theirs);
        Line fresh = line(clinic);
        List<Line> stolen = List.of(
                new Line(clinic.id(), theirs.number(), Optional.empty(), Optional.empty(), Language.ENGLISH),
                new Line(clinic.id(), Fresh.phone(), theirs.phoneNumberId(), Optional.empty(), Language.ENGLISH),
                new Line(clinic.id(), Fresh.phone(), Optional.empty(), theirs.assistantId(), Language.ENGLISH));
        for (Line each : stolen) {
            assertThrows(IllegalStateException.class, () -> settings.assign(clinic.id(), List.of(fresh, each)));
            letSomeSecondsPass();
            assertEquals(Optional.of(ours), directory.line(number(ours.number())));
            assertEquals(Optional.of(theirs), directory.line(number(theirs.number())));
            assertEquals(Optional.empty(), directory.line(number(fresh.number())));
        }
    }

    @Test
    void lines_are_listed_by_number_and_another_clinics_are_not_among_them() {
        Line one = line(clinic);
        Line two = line(clinic);
        assign(clinic, one, two);
        assign(otherClinic, line(otherClinic));
        assertEquals(
                Stream.of(one, two)
                        .sorted(Comparator.comparing(each -> each.number().e164()))
                        .toList(),
                directory.lines(clinic.id()));
        assertEquals(List.of(), directory.lines(Fresh.clinic()));
    }

    @Test
    void the_platforms_ids_of_a_line_are_learnt_and_nothing_else_of_it_changes() {
        Line line = line(clinic);
        Line beside = line(clinic);
        assign(clinic, line, beside);
        Line known = new Line(
                clinic.id(), line.number(), Optional.of(Fresh.hex()), Optional.of(Fresh.hex()), Language.FRENCH);
        settings.know(known);
        letSomeSecondsPass();
        Line after = directory.line(number(line.number())).orElseThrow();
        assertEquals(known.phoneNumberId(), after.phoneNumberId());
        assertEquals(known.assistantId(), after.assistantId());
        assertEquals(Language.ENGLISH, after.language());
        assertEquals(Optional.of(beside), directory.line(number(beside.number())));
    }

    @Test
    void ids_are_not_learnt_for_a_number_that_is_anothers_nor_taken_from_another_clinic() {
        Line line = line(clinic);
        Line others = line(otherClinic);
        assign(clinic, line);
        assign(otherClinic, others);
        settings.know(
                new Line(clinic.id(), others.number(), Optional.of(Fresh.hex()), Optional.empty(), Language.ENGLISH));
        letSomeSecondsPass();
        assertEquals(Optional.of(others), directory.line(number(others.number())));
        Line greedy =
                new Line(clinic.id(), line.number(), others.phoneNumberId(), line.assistantId(), Language.ENGLISH);
        assertThrows(IllegalStateException.class, () -> settings.know(greedy));
        letSomeSecondsPass();
        assertEquals(Optional.of(line), directory.line(number(line.number())));
    }

    @Test
    void a_clinic_is_created_once() {
        Clinic fresh = SampleClinics.large(Fresh.clinic());
        assertTrue(settings.create(fresh));
        letSomeSecondsPass();
        assertEquals(fresh, directory.clinic(fresh.id()));
        assertFalse(settings.create(SampleClinics.small(fresh.id())));
        letSomeSecondsPass();
        assertEquals(fresh, directory.clinic(fresh.id()));
    }

    @Test
    void a_change_is_made_of_what_is_kept_and_one_that_throws_changes_nothing() {
        settings.change(clinic.id(), kept -> {
            assertEquals(clinic, kept);
            return SampleClinics.large(kept.id());
        });
        letSomeSecondsPass();
        assertEquals(SampleClinics.large(clinic.id()), directory.clinic(clinic.id()));
        assertThrows(
                IllegalStateException.class,
                () -> settings.change(clinic.id(), kept -> {
                    throw new IllegalStateException("changed my mind");
                }));
        letSomeSecondsPass();
        assertEquals(SampleClinics.large(clinic.id()), directory.clinic(clinic.id()));
        ClinicId nobody = Fresh.clinic();
        assertThrows(NoSuchElementException.class, () -> settings.change(nobody, kept -> kept));
    }

    /** Whoever reads first and saves then loses what others wrote meanwhile; whoever changes does not. */
    @Test
    void of_changes_made_at_once_none_is_lost_and_of_naive_ones_all_but_one_are() {
        CountDownLatch allHaveRead = new CountDownLatch(AtOnce.CALLERS);
        AtOnce.race(i -> {
            Clinic read = directory.clinic(clinic.id());
            allHaveRead.countDown();
            await(allHaveRead);
            settings.save(read.with(added(read, "naive" + i)));
            return read;
        });
        letSomeSecondsPass();
        assertEquals(1, directory.clinic(clinic.id()).providers().size());

        AtOnce.race(i -> {
            settings.change(clinic.id(), kept -> kept.with(added(kept, "n" + i)));
            return i;
        });
        letSomeSecondsPass();
        assertEquals(
                1 + AtOnce.CALLERS, directory.clinic(clinic.id()).providers().size());
    }

    private static List<Provider> added(Clinic clinic, String provider) {
        List<Provider> more = new ArrayList<>(clinic.providers());
        more.add(new Provider(new ProviderId(provider), "Doctor Test", Optional.empty(), true, false));
        return more;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void lines_are_read_and_changed_as_they_are_kept() {
        Line first = line(clinic);
        assign(clinic, first);
        Line second = line(clinic);
        clinicLines().changeLines(clinic.id(), kept -> {
            assertEquals(List.of(first), kept);
            return List.of(second);
        });
        letSomeSecondsPass();
        assertEquals(List.of(second), directory.lines(clinic.id()));
        assertEquals(Optional.of(second), directory.line(number(second.number())));
        assertEquals(List.of(), directory.lines(otherClinic.id()));
        Line theirs = new Line(otherClinic.id(), second.number(), Optional.empty(), Optional.empty(), Language.ENGLISH);
        assertThrows(
                IllegalStateException.class,
                () -> clinicLines().changeLines(otherClinic.id(), kept -> List.of(theirs)));
    }

    @Test
    void the_index_has_all_clinics_in_pages_with_a_number_or_without() {
        assign(clinic, line(clinic), line(clinic));
        Optional<Set<ClinicId>> both = Optional.of(Set.of(clinic.id(), otherClinic.id()));
        List<ClinicId> sorted = Stream.of(clinic.id(), otherClinic.id())
                .sorted(Comparator.comparing(ClinicId::value))
                .toList();
        List<ClinicIndex.Brief> all = clinicIndex().page(both, Optional.empty(), Optional.empty(), 10);
        assertEquals(sorted, all.stream().map(ClinicIndex.Brief::id).toList());
        assertEquals(2, all.stream().mapToInt(ClinicIndex.Brief::lines).sum());
        assertEquals(all.subList(0, 1), clinicIndex().page(both, Optional.empty(), Optional.empty(), 1));
        assertEquals(all.subList(1, 2), clinicIndex().page(both, Optional.empty(), Optional.of(sorted.get(0)), 10));
        assertEquals(List.of(), clinicIndex().page(both, Optional.empty(), Optional.of(sorted.get(1)), 10));
        assertEquals(List.of(), clinicIndex().page(Optional.of(Set.of()), Optional.empty(), Optional.empty(), 10));
        assertTrue(clinicIndex()
                .page(Optional.empty(), Optional.empty(), Optional.empty(), 10_000)
                .containsAll(all));
        assertTrue(directory.clinics().containsAll(sorted));
    }

    @Test
    void the_index_finds_clinics_by_a_part_of_name_or_id_whatever_its_case() {
        Optional<Set<ClinicId>> both = Optional.of(Set.of(clinic.id(), otherClinic.id()));
        assertEquals(List.of(clinic.id()), found(both, clinic.id().value().toUpperCase(Locale.ROOT)));
        assertTrue(
                found(both, clinic.name().substring(2).toUpperCase(Locale.ROOT)).contains(clinic.id()));
        assertEquals(List.of(), found(both, "nothing has this"));
        assertEquals(List.of(), found(both, "%"));
        assertEquals(List.of(), found(Optional.of(Set.of()), clinic.id().value()));
    }

    private List<ClinicId> found(Optional<Set<ClinicId>> among, String search) {
        return clinicIndex().page(among, Optional.of(search), Optional.empty(), 10).stream()
                .map(ClinicIndex.Brief::id)
                .toList();
    }
}
