package ca.vitaravox.oscar.standin;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Who works at the clinic (measured; what classic answers about somebody unknown: read). */
final class Providers {
    private final Office office;

    Providers(Office office) {
        this.office = office;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.PROVIDERS, this::all,
                Endpoint.PROVIDER_ME, this::me,
                Endpoint.PROVIDER, this::one,
                Endpoint.SEARCH_PROVIDERS, this::search);
    }

    /** Everybody, receptionists and programs included; without a token an empty 500. */
    private Reply all(Call call) {
        if (call.provider().isEmpty()) {
            throw new Refused(office.replies().unreadable());
        }
        return listed(provider -> true);
    }

    private Reply me(Call call) {
        return office.replies().json(ProviderJson.own(office.caller(call), office.time()));
    }

    /** No authorization is asked for. */
    private Reply one(Call call) {
        return office.tables()
                .provider(call.path("id"))
                .map(ProviderJson::full)
                .map(office.replies()::json)
                .orElse(Reply.empty(office.line().isClassic() ? 204 : 404));
    }

    private Reply search(Call call) {
        office.caller(call);
        String term = String.valueOf(call.text("searchTerm")).toLowerCase(Locale.ROOT);
        return listed(provider -> provider.lastName().toLowerCase(Locale.ROOT).startsWith(term));
    }

    private Reply listed(Predicate<ProviderRow> kind) {
        List<ProviderRow> found = office.tables().providers().stream()
                .filter(kind)
                .sorted(Comparator.comparing(provider -> provider.lastName().toLowerCase(Locale.ROOT)))
                .toList();
        return office.replies()
                .json(Json.searchResult(
                        office.time(),
                        found.size(),
                        Json.list(found.stream().map(ProviderJson::listed).toList()),
                        null));
    }
}
