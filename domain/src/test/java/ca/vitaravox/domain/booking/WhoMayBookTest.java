package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.Audience;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoMayBookTest {
    private static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");
    private static final VisitTypeCode PHYSICAL = new VisitTypeCode("physical");

    private final Reception reception = new Reception();

    /** Robin, identified in the call, usually seen by this provider. */
    private void robinIsSeenBy(Optional<ProviderId> familyProvider) {
        reception.identities.keep(
                CLINIC,
                new CallId("call"),
                new Identification(ROBIN, IdentityLevel.VERIFIED, Relationship.SELF, familyProvider),
                reception.now.get());
    }

    private void wexfordSees(Map<VisitTypeCode, Audience> audiences) {
        reception.settings(draft -> draft.providers = draft.providers.stream()
                .map(provider -> provider.id().equals(WEXFORD) ? seeing(provider, audiences) : provider)
                .toList());
    }

    private static Provider seeing(Provider provider, Map<VisitTypeCode, Audience> audiences) {
        return new Provider(
                provider.id(),
                provider.displayName(),
                provider.specialty(),
                provider.acceptingNewPatients(),
                provider.bookable(),
                audiences);
    }

    private OpeningSearch.Result search(Optional<PatientId> patient, Optional<ProviderId> provider) {
        OpeningSearch.Query query = new OpeningSearch.Query(
                Optional.empty(),
                provider,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PartOfDay.ANY,
                Set.of(),
                patient,
                Optional.empty());
        return reception.desk.openingSearch().find(reception.call("call"), query);
    }

    private boolean offersWexford(Optional<PatientId> patient) {
        return search(patient, Optional.of(WEXFORD)) instanceof OpeningSearch.Result.Offered;
    }

    private Booking.Result book(SlotId slot) {
        return reception
                .desk
                .booking()
                .book(reception.call("call"), new Booking.Command(slot, ROBIN, Optional.empty(), true));
    }

    @ParameterizedTest(name = "{0}: unnamed {1}, patient {2}, own patient {3}")
    @CsvSource({
        "EVERYONE, true, true, true",
        "EXISTING_PATIENTS, false, true, true",
        "OWN_PATIENTS, false, false, true",
        "NOBODY, false, false, false"
    })
    void a_visitor_is_offered_and_booked_what_is_open_to_them_and_nothing_else(
            String audience, boolean unnamed, boolean patient, boolean own) {
        robinIsSeenBy(Optional.of(SETHI));
        SlotId found = wexfordsSlot();
        Map<VisitTypeCode, Audience> audiences = new HashMap<>(Map.of(PHYSICAL, Audience.EVERYONE));
        if (!audience.equals("NOBODY")) {
            audiences.put(CHECKUP, Audience.valueOf(audience));
        }
        wexfordSees(audiences);
        assertEquals(unnamed, offersWexford(Optional.empty()));
        assertEquals(patient, offersWexford(Optional.of(ROBIN)));
        assertEquals(patient, book(found) instanceof Booking.Result.Booked);

        robinIsSeenBy(Optional.of(WEXFORD));
        assertEquals(own, offersWexford(Optional.of(ROBIN)));
        assertEquals(own, book(found) instanceof Booking.Result.Booked);
    }

    private SlotId wexfordsSlot() {
        OpeningSearch.Result found = search(Optional.empty(), Optional.of(WEXFORD));
        return assertInstanceOf(OpeningSearch.Result.Offered.class, found)
                .slots()
                .get(0)
                .id();
    }

    @Test
    void a_patient_without_a_family_provider_is_nobodys_own() {
        robinIsSeenBy(Optional.empty());
        wexfordSees(Map.of(CHECKUP, Audience.OWN_PATIENTS));
        assertFalse(offersWexford(Optional.of(ROBIN)));
    }

    @Test
    void where_the_provider_asked_for_is_closed_to_the_visitor_others_are_offered() {
        wexfordSees(Map.of(CHECKUP, Audience.EXISTING_PATIENTS));
        OpeningSearch.Result.Nothing nothing =
                assertInstanceOf(OpeningSearch.Result.Nothing.class, search(Optional.empty(), Optional.of(WEXFORD)));
        assertEquals(Set.of(SETHI), providers(nothing.alternatives()));
    }

    @Test
    void a_slot_found_before_the_patient_was_named_is_refused_with_others_and_nothing_is_written() {
        robinIsSeenBy(Optional.of(SETHI));
        SlotId found = wexfordsSlot();
        wexfordSees(Map.of(CHECKUP, Audience.OWN_PATIENTS));
        Booking.Result.NotForPatient refused = assertInstanceOf(Booking.Result.NotForPatient.class, book(found));
        assertEquals(Set.of(SETHI), providers(refused.alternatives()));
        assertEquals(0, reception.emr.count(Request.BOOK));
        assertInstanceOf(
                Booking.Result.Booked.class, book(refused.alternatives().get(0).id()));
    }

    @Test
    void a_provider_callers_may_not_book_any_more_is_not_booked() {
        robinIsSeenBy(Optional.of(WEXFORD));
        SlotId found = wexfordsSlot();
        reception.settings(draft -> draft.providers = draft.providers.stream()
                .filter(provider -> !provider.id().equals(WEXFORD))
                .toList());
        assertInstanceOf(Booking.Result.NotForPatient.class, book(found));
    }

    @Test
    void an_appointment_is_not_moved_to_a_provider_who_does_not_see_its_patient() {
        robinIsSeenBy(Optional.of(SETHI));
        AppointmentId old = reception.staffBook(SETHI, ROBIN, MONDAY.plusDays(2), "09:00", 15);
        reception.desk.appointmentList().list(reception.call("call"), ROBIN, false);
        SlotId found = wexfordsSlot();
        wexfordSees(Map.of(CHECKUP, Audience.OWN_PATIENTS));
        Moving.Command command = new Moving.Command(old, found, true, Optional.empty());
        Moving.Result.NotForPatient refused = assertInstanceOf(
                Moving.Result.NotForPatient.class, reception.desk.moving().move(reception.call("call"), command));
        assertEquals(Set.of(SETHI), providers(refused.alternatives()));
        assertEquals(1, reception.live());
        robinIsSeenBy(Optional.of(WEXFORD));
        assertInstanceOf(Moving.Result.Moved.class, reception.desk.moving().move(reception.call("call"), command));
    }

    @Test
    void who_can_be_booked_next_is_told_of_what_is_open_to_everyone() {
        wexfordSees(Map.of(CHECKUP, Audience.EXISTING_PATIENTS));
        ProviderList.Listing listing =
                reception.desk.providerList().list(reception.call("call"), Optional.empty(), Optional.empty());
        listing.providers()
                .forEach(entry -> assertEquals(
                        !entry.provider().id().equals(WEXFORD),
                        entry.nextAvailable().isPresent()));
        assertTrue(listing.providers().stream()
                .anyMatch(entry -> entry.provider().id().equals(WEXFORD)));
    }

    private static Set<ProviderId> providers(List<BookableSlot> slots) {
        return slots.stream().map(slot -> slot.provider().id()).collect(Collectors.toSet());
    }
}
