package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.booking.ProviderList.Entry;
import ca.vitaravox.ports.booking.ProviderList.Listing;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderListTest {
    private final Reception reception = new Reception();

    private Listing list(String name, Boolean accepting) {
        return reception
                .desk
                .providerList()
                .list(reception.call("call"), Optional.ofNullable(name), Optional.ofNullable(accepting));
    }

    /** As {@code 101 2026-06-01}. */
    private static List<String> told(Listing listing) {
        return listing.providers().stream()
                .map(entry -> entry.provider().id()
                        + entry.nextAvailable().map(day -> " " + day).orElse(""))
                .toList();
    }

    @Test
    void those_callers_may_book_are_told_with_their_first_open_day() {
        assertEquals(List.of("101 2026-06-01", "102 2026-06-01"), told(list(null, null)));
        assertFalse(list(null, null).more());
    }

    @Test
    void a_day_that_is_full_or_closed_is_not_open() {
        reception.staffBook(WEXFORD, NOA, MONDAY, "09:00", 180);
        reception.settings(draft ->
                draft.closures = List.of(new Closure(MONDAY, MONDAY.plusDays(1), "Holiday", Optional.of(SETHI))));
        assertEquals(List.of("101 2026-06-02", "102 2026-06-03"), told(list(null, null)));
    }

    @Test
    void a_provider_without_an_opening_in_the_month_has_no_open_day() {
        reception.emr.save(CLINIC, WEXFORD, List.of());
        assertEquals(List.of("101", "102 2026-06-01"), told(list(null, null)));
        assertEquals(1, reception.emr.count(Request.WORKING));
    }

    @Test
    void at_the_end_of_the_month_the_first_open_day_may_be_within_a_week_and_no_later() {
        reception.now.set(Reception.at(LocalDate.of(2026, 6, 29), "13:00"));
        reception.staffBook(WEXFORD, NOA, LocalDate.of(2026, 6, 30), "09:00", 180);
        assertEquals(List.of("101 2026-07-01", "102 2026-06-30"), told(list(null, null)));
        for (int day = 24; day <= 30; day++) {
            reception.staffBook(SETHI, NOA, LocalDate.of(2026, 6, day), "09:00", 180);
        }
        reception.now.set(Reception.at(LocalDate.of(2026, 6, 24), "13:00"));
        assertEquals(List.of("101 2026-06-25", "102"), told(list(null, null)));
        reception.now.set(Reception.at(LocalDate.of(2026, 6, 25), "13:00"));
        assertEquals(List.of("101 2026-06-26", "102 2026-07-01"), told(list(null, null)));
    }

    @Test
    void what_the_call_itself_holds_is_open_to_it() {
        reception.staffBook(WEXFORD, NOA, MONDAY, "10:15", 105);
        reception.search("call");
        assertEquals("101 2026-06-01", told(list(null, null)).get(0));
        assertEquals(
                "101 2026-06-02",
                told(reception.desk.providerList().list(reception.call("other"), Optional.empty(), Optional.empty()))
                        .get(0));
    }

    @Test
    void without_the_emr_they_are_told_without_a_day() {
        reception.emr.trouble(Trouble.SILENT);
        assertEquals(List.of("101", "102"), told(list(null, null)));
    }

    @Test
    void a_name_is_known_as_it_is_heard() {
        assertEquals(List.of("102 2026-06-01"), told(list("Dr Sethi", null)));
        assertEquals(List.of(), told(list("Doctor Nobody", null)));
        assertEquals(List.of(), told(list("Doctor Not Yet", null)));
        assertEquals(List.of(), told(list("", null)));
    }

    @Test
    void a_name_that_fits_two_gives_both() {
        joins(new Provider(new ProviderId("104"), "Doctor Lea Sethi", Optional.empty(), true, true));
        assertEquals(List.of("102 2026-06-01", "104"), told(list("Sethi", null)));
    }

    @Test
    void those_who_take_new_patients_are_told_apart_from_those_who_do_not() {
        joins(new Provider(new ProviderId("104"), "Doctor Lea Sethi", Optional.empty(), false, true));
        assertEquals(List.of("101 2026-06-01", "102 2026-06-01"), told(list(null, true)));
        assertEquals(List.of("104"), told(list(null, false)));
        assertEquals(List.of("104"), told(list("Sethi", false)));
    }

    @Test
    void ten_are_told_at_once_and_that_there_are_more() {
        for (int i = 0; i < 8; i++) {
            joins(new Provider(new ProviderId("20" + i), "Doctor Number " + i, Optional.empty(), true, true));
        }
        assertEquals(10, list(null, null).providers().size());
        assertFalse(list(null, null).more());
        joins(new Provider(new ProviderId("300"), "Doctor One Too Many", Optional.empty(), true, true));
        assertEquals(10, list(null, null).providers().size());
        assertTrue(list(null, null).more());
        assertEquals(
                WEXFORD,
                list(null, null).providers().stream()
                        .map(Entry::provider)
                        .map(Provider::id)
                        .toList()
                        .get(0));
    }

    private void joins(Provider provider) {
        reception.settings(draft -> {
            draft.providers = new ArrayList<>(draft.providers);
            draft.providers.add(provider);
        });
    }
}
