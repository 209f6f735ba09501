package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.patient.ProvinceCode;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words about a person, in the three languages, for which a chart has its own. Immutable, thread-safe. */
final class PersonWords {
    private static final Map<String, String> SEXES = words(Map.of(
            "female", List.of("f", "woman", "girl", "femme", "fille", "feminin", "女", "女性", "女士"),
            "male", List.of("m", "man", "boy", "homme", "garcon", "masculin", "男", "男性", "先生"),
            "other", List.of("x", "nonbinary", "intersex", "autre", "nonbinaire", "其他"),
            "undisclosed", List.of("u", "prefernottosay", "notdisclosed", "ratherNotSay", "nonprecise", "不愿透露")));

    private static final Map<String, String> RELATIONSHIPS = words(Map.of(
            "self", List.of("me", "myself", "patient", "thepatient", "moi", "moimeme", "lepatient", "本人", "自己"),
            "parent",
                    List.of(
                            "mother", "mom", "mum", "mommy", "father", "dad", "daddy", "mere", "maman", "pere", "papa",
                            "母亲", "妈妈", "父亲", "爸爸", "家长", "父母"),
            "spouse",
                    List.of(
                            "wife",
                            "husband",
                            "partner",
                            "epoux",
                            "epouse",
                            "mari",
                            "conjoint",
                            "conjointe",
                            "妻子",
                            "丈夫",
                            "配偶",
                            "太太"),
            "caregiver",
                    List.of(
                            "carer",
                            "guardian",
                            "legalguardian",
                            "aidant",
                            "aidante",
                            "procheaidant",
                            "tuteur",
                            "监护人",
                            "护工"),
            "other",
                    List.of(
                            "child",
                            "son",
                            "daughter",
                            "sister",
                            "brother",
                            "grandmother",
                            "grandfather",
                            "friend",
                            "relative",
                            "neighbour",
                            "neighbor",
                            "fils",
                            "fille",
                            "soeur",
                            "frere",
                            "ami",
                            "amie",
                            "autre",
                            "儿子",
                            "女儿",
                            "朋友",
                            "亲戚",
                            "其他")));
    private static final Pattern WHOSE =
            Pattern.compile("^(?:i ?am |i'm |je suis )?(?:the |a |his |her |their |my |la |le |sa |son )?(?=\\p{L})");

    private static final Map<String, String> PROVINCES = words(Map.ofEntries(
            Map.entry("AB", List.of("alberta")),
            Map.entry("BC", List.of("britishcolumbia", "colombiebritannique", "cb", "卑诗省", "不列颠哥伦比亚省")),
            Map.entry("MB", List.of("manitoba")),
            Map.entry("NB", List.of("newbrunswick", "nouveaubrunswick")),
            Map.entry("NL", List.of("newfoundlandandlabrador", "newfoundland", "terreneuveetlabrador", "nf")),
            Map.entry("NS", List.of("novascotia", "nouvelleecosse")),
            Map.entry("NT", List.of("northwestterritories", "territoiresdunordouest", "nwt")),
            Map.entry("NU", List.of("nunavut")),
            Map.entry("ON", List.of("ontario", "安大略", "安大略省")),
            Map.entry("PE", List.of("princeedwardisland", "ileduprinceedouard", "pei")),
            Map.entry("QC", List.of("quebec", "pq", "魁北克", "魁北克省")),
            Map.entry("SK", List.of("saskatchewan")),
            Map.entry("YT", List.of("yukon"))));

    private PersonWords() {}

    /** The word the schema has for a sex, or the word as it came. */
    static String sex(String said) {
        return SEXES.getOrDefault(plain(said), said);
    }

    /** The word the schema has for who the caller is to the patient, or the words as they came. */
    static String relationship(String said) {
        String whose = WHOSE.matcher(said.toLowerCase(Locale.ROOT)).replaceFirst("");
        return RELATIONSHIPS.getOrDefault(plain(whose), RELATIONSHIPS.getOrDefault(plain(said), said));
    }

    /** The province or territory of that code or name. */
    static Optional<ProvinceCode> province(String said) {
        return Optional.ofNullable(PROVINCES.get(plain(said))).map(ProvinceCode::valueOf);
    }

    private static Map<String, String> words(Map<String, List<String>> byWord) {
        Map<String, String> words = new HashMap<>();
        byWord.forEach((word, others) -> {
            words.put(plain(word), word);
            others.forEach(other -> words.put(plain(other), word));
        });
        return Map.copyOf(words);
    }

    private static String plain(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The codes of all provinces and territories, for a hint. */
    static String provinces() {
        return String.join(
                ", ", Arrays.stream(ProvinceCode.values()).map(Enum::name).toList());
    }
}
