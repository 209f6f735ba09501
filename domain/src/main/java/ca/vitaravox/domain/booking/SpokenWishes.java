package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Understands which visit type and which provider a caller means. Thread-safe. */
public final class SpokenWishes {
    private static final Pattern TITLES =
            words("doctor|dr|docteur|docteure|dre|nurse|practitioner|infirmier|infirmiere|infirmière|np", "|医生|大夫|护士");

    /** What is said before a title; some of it is a name as well. */
    private static final Pattern ARTICLES = words("the|my|le|la", "");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final HeardNames names;

    /** Understands names by these. */
    public SpokenWishes(HeardNames names) {
        this.names = names;
    }

    /** The visit type meant: by code, alias or spoken name; the clinic's default if nothing was said. */
    public Optional<VisitType> visitType(Clinic clinic, Optional<String> said) {
        if (said.isEmpty()) {
            return clinic.visitType(clinic.defaultVisitType());
        }
        String wish = plain(said.get());
        return clinic.visitTypes().stream()
                .filter(type -> plain(type.code().value()).equals(wish)
                        || type.aliases().stream()
                                .anyMatch(alias -> plain(alias).equals(wish))
                        || type.names().values().stream()
                                .anyMatch(name -> plain(name).equals(wish)))
                .findFirst();
    }

    /** The bookable providers meant: all if nothing was said, none if nobody fits. */
    public List<Provider> providers(Clinic clinic, Optional<ProviderId> id, Optional<String> name) {
        if (id.isPresent()) {
            return clinic.bookableProviders().stream()
                    .filter(provider -> provider.id().equals(id.get()))
                    .toList();
        }
        return name.map(said -> named(clinic, said)).orElseGet(clinic::bookableProviders);
    }

    /** The bookable providers who share most words, and one at least, with what was heard, titles aside. */
    List<Provider> named(Clinic clinic, String said) {
        String untitled = without(TITLES, said);
        String bare = without(ARTICLES, untitled);
        String wish = bare.isEmpty() ? untitled : bare;
        Map<Provider, Integer> shared = clinic.bookableProviders().stream()
                .collect(Collectors.toMap(
                        provider -> provider,
                        provider -> names.wordsShared(wish, without(TITLES, provider.displayName()))));
        int most = shared.values().stream().max(Integer::compare).orElse(0);
        return clinic.bookableProviders().stream()
                .filter(provider -> most > 0 && shared.get(provider) == most)
                .toList();
    }

    private static Pattern words(String words, String characters) {
        return Pattern.compile(
                "\\b(" + words + ")\\b\\.?" + characters,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String without(Pattern words, String name) {
        return words.matcher(name).replaceAll(" ").strip();
    }

    private static String plain(String words) {
        String letters = ACCENTS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("");
        return letters.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }
}
