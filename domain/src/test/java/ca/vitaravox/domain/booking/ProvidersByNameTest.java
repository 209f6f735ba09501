package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersByNameTest {
    private static final ProviderId LE = new ProviderId("104");
    private static final ProviderId NOT_YET = new ProviderId("103");

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    @ParameterizedTest
    @CsvSource({
        "Doctor Mara Wexford, 101",
        "Dr. Wexford,         101",
        "wexford,             101",
        "Mara,                101",
        "le docteur Wexford,  101",
        "my doctor Sethi,     102",
        "Sethi医生,            102",
        "Anil Sethy Sethi,    102"
    })
    void a_provider_is_known_by_what_is_heard_of_the_name(String heard, String provider) {
        assertEquals(List.of(provider), whom(heard));
    }

    @Test
    void a_provider_with_a_name_like_an_article_is_found() {
        joins(LE, "Doctor Minh Le");
        assertEquals(List.of("104"), whom("Doctor Le"));
        assertEquals(List.of("104"), whom("docteure Le"));
        assertEquals(List.of("104"), whom("Minh Le"));
        assertEquals(List.of("101"), whom("le docteur Wexford"));
    }

    @Test
    void more_words_that_agree_count_more() {
        joins(LE, "Doctor Mara Sethi");
        assertEquals(List.of("104"), whom("Mara Sethi"));
        assertEquals(List.of("101"), whom("Mara Wexford"));
    }

    @Test
    void where_a_name_fits_two_the_caller_is_asked_which() {
        joins(LE, "Doctor Mara Sethi");
        assertEquals(List.of(SETHI, LE), known(Wish.any().named("Doctor Sethi")));
        assertEquals(List.of(WEXFORD, LE), known(Wish.any().named("Mara")));
    }

    @Test
    void an_unknown_name_or_id_is_answered_with_those_there_are() {
        assertEquals(List.of(WEXFORD, SETHI), known(Wish.any().named("Doctor Nobody")));
        assertEquals(List.of(WEXFORD, SETHI), known(Wish.any().named("the doctor")));
        assertEquals(List.of(WEXFORD, SETHI), known(Wish.any().named("123 !?")));
        assertEquals(List.of(WEXFORD, SETHI), known(Wish.any().with(new ProviderId("101 OR 1=1"))));
    }

    @Test
    void a_provider_callers_may_not_book_is_as_good_as_unknown() {
        assertEquals(List.of(WEXFORD, SETHI), known(Wish.any().with(NOT_YET)));
        assertEquals(List.of(WEXFORD, SETHI), known(Wish.any().named("Doctor Not Yet")));
    }

    @Test
    void an_id_counts_more_than_a_name() {
        assertEquals(
                "06-01 10:00 102",
                searching.first("call", Wish.any().with(SETHI).named("Wexford")));
    }

    private List<String> whom(String heard) {
        return searching.slots("call", Wish.any().named(heard)).stream()
                .map(slot -> slot.provider().id().value())
                .distinct()
                .toList();
    }

    private List<ProviderId> known(Wish wish) {
        return assertInstanceOf(Result.ProviderNotFound.class, searching.find("call", wish)).known().stream()
                .map(Provider::id)
                .toList();
    }

    private void joins(ProviderId id, String name) {
        reception.settings(draft -> {
            draft.providers = new ArrayList<>(draft.providers);
            draft.providers.add(new Provider(id, name, Optional.empty(), true, true));
        });
        reception.emr.save(
                Reception.CLINIC,
                id,
                List.of(new WeeklyShift(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of())));
    }
}
