package ca.vitaravox.server.web.page;

import ca.vitaravox.server.access.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said to people whom the interface refused something: what to do, in their language. */
public final class Refusals {
    private static final int NOT_LOGGED_IN = 401;

    /** What the interface says of a field, and what people are told for it. */
    private record Saying(Pattern detail, String key) {
        Saying(String detail, String key) {
            this(Pattern.compile(detail), key);
        }
    }

    private static final List<Saying> SAYINGS = List.of(
            new Saying("is missing", "refusal.missing"),
            new Saying("has 1 to (\\d+) printable characters", "refusal.line"),
            new Saying("is not a whole number from (\\d+) to (\\d+)", "refusal.number"),
            new Saying("is not a date .*|a closed part of a day begins and ends .*", "refusal.time"),
            new Saying("is no zone .*", "refusal.zone"),
            new Saying("is not the one in the path.*", "refusal.id"),
            new Saying("is there already", "refusal.there"),
            new Saying("is no id", "refusal.idform"),
            new Saying("a phone number is .*", "refusal.phone"),
            new Saying("an e-mail address is .*", "refusal.email"),
            new Saying("opening hours end after they begin", "refusal.afteropen"),
            new Saying("opening hours of one day do not overlap|two shifts overlap on .*", "refusal.overlap"),
            new Saying(
                    "(?:a shift|working time|a time range|a closure|a closed part of a day) ends (?:on or )?after .*",
                    "refusal.afterfrom"),
            new Saying("the grid is a divisor of 60 minutes", "refusal.grid"),
            new Saying("a clinic id is .*", "refusal.clinicid"),
            new Saying("a visit type is 1 to 40 .*", "refusal.code"),
            new Saying("a visit type has names .*", "refusal.names"),
            new Saying("has a number or id twice, .*", "refusal.taken"),
            new Saying("is another clinic's", "refusal.takenid"),
            new Saying("a clinic speaks .*|is none of en, fr, zh", "refusal.languages"),
            new Saying("is (?:no|none of the clinic's) visit types?.*", "refusal.type"),
            new Saying("is no provider of the clinic", "refusal.provider"),
            new Saying("is no address such as .*", "refusal.url"),
            new Saying("is another user's", "refusal.user"),
            new Saying("is not yours to give, .*", "refusal.give"),
            new Saying("has fewer than 12 characters", "refusal.password.short"),
            new Saying("has more than 256 characters", "refusal.password.long"),
            new Saying("is among the first that are tried.*", "refusal.password.common"),
            new Saying("contains the name in your address.*", "refusal.password.personal"),
            new Saying("is the one you have", "refusal.password.same"),
            new Saying("is wrong, or there were too many failures.*", "refusal.password.wrong"),
            new Saying("is not the code that is shown now", "refusal.totp"),
            new Saying("is too old, or of another session.*", "refusal.enrolment"),
            new Saying("a code of a schedule is .*", "refusal.schedulecode"),
            new Saying("a clinic has at most 200 codes.*", "refusal.schedulecodes"),
            new Saying(
                    "is none of bearer, hmac, either, or weaker .*|The platform takes signatures alone, .*",
                    "refusal.auth"),
            new Saying("has at least 32 characters", "refusal.key"),
            new Saying("a password has 1 to (\\d+) characters", "refusal.line"),
            new Saying("a name has 1 to (\\d+) printable characters", "refusal.line"),
            new Saying("a destination's label is 1 to (\\d+) characters long", "refusal.line"),
            new Saying("the reason of a closure has 1 to (\\d+) characters", "refusal.line"),
            new Saying("a provider's name and specialty have 1 to (\\d+) characters", "refusal.line"),
            new Saying("an? [a-z]+ id (?:has|is) 1 to .*", "refusal.idform"),
            new Saying("is not a text of at most (\\d+) characters", "refusal.long"),
            new Saying("is not a list of at most (\\d+)", "refusal.many"),
            new Saying("a visit takes (\\d+) to (\\d+) whole minutes", "refusal.number"),
            new Saying("a buffer is (\\d+) to (\\d+) whole minutes", "refusal.number"),
            new Saying("callers may book (\\d+) to (\\d+) days ahead", "refusal.number"),
            new Saying("a notice is not negative|a patient may have at least one .*", "refusal.small"),
            new Saying("a day has at most (\\d+) stretches of opening hours", "refusal.stretches"),
            new Saying("a platform_admin has no clinics of their own, .*", "refusal.clinics"),
            new Saying("who wants to leave a message is not transferred", "refusal.message"),
            new Saying("an EMR has an address, and a live one credentials", "refusal.emr"),
            new Saying("keys, tokens, names and secrets are one line each", "refusal.oneline"),
            new Saying("is the code that OSCAR shows after .*", "refusal.verifier"),
            new Saying("is missing: name a (?:clinic|patient) by id", "refusal.missing"),
            new Saying("is none of .*|a kind of EMR is .*", "refusal.choice"),
            new Saying("names no host|names no port|is not https|is not public|is of an unknown host", "refusal.host"),
            new Saying("is no field of this|is neither true nor false|is not a text|is not an object", "refusal.id"),
            new Saying("is not (?:an?|the) .*", "refusal.form"));

    private Refusals() {}

    /** In one sentence. */
    public static String say(Texts texts, Problem problem) {
        String detail = problem.getMessage();
        Optional<String> told = Told.sentence(texts, detail);
        String key = "problem." + problem.code();
        if (told.isPresent() || texts.has(key)) {
            return told.orElseGet(() -> texts.text(key));
        }
        for (Saying saying : SAYINGS) {
            Matcher matcher = saying.detail().matcher(detail);
            if (matcher.matches()) {
                Object[] found = new Object[matcher.groupCount()];
                for (int i = 0; i < found.length; i++) {
                    found[i] = matcher.group(i + 1);
                }
                return texts.text(saying.key(), found);
            }
        }
        return problem.code().equals("INVALID_PARAMETER")
                ? texts.text("refusal.parameter")
                : texts.text("refusal.other", detail);
    }

    /** Whoever has to sign in first is asked to, over the page that they see. */
    public static void rethrowIfNotLoggedIn(Problem problem) {
        if (problem.status() == NOT_LOGGED_IN) {
            throw problem;
        }
    }
}
