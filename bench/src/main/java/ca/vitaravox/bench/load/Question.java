package ca.vitaravox.bench.load;

import ca.vitaravox.bench.world.Town;
import java.io.IOException;
import java.time.LocalDate;

/** What is asked again and again and timed as a whole. Thread-safe. */
@FunctionalInterface
public interface Question {
    /** Asks once and waits for the answers. */
    void ask(Platform platform, Stopwatch watch) throws IOException;

    /** A tool that needs nothing but the clinic. */
    static Question clinicInfo(Town town) {
        return (platform, watch) -> {
            PhoneCall call = new PhoneCall(town.next());
            watch.time("get_clinic_info", () -> call.use(platform, "get_clinic_info", "{}"));
        };
    }

    /** Who calls, by their number, first name and date of birth. */
    static Question lookup(Town town) {
        return (platform, watch) -> identified(platform, watch, new PhoneCall(town.next()));
    }

    /** The same, whatever is answered: while the EMR does not. */
    static Question vainLookup(Town town) {
        return (platform, watch) -> {
            PhoneCall call = new PhoneCall(town.next());
            watch.time("search_patient_by_phone", () -> call.ask(platform, "search_patient_by_phone", whoIs(call)));
        };
    }

    /** A whole call: who calls, the first opening of some day, and booking it. */
    static Question booking(Town town) {
        return (platform, watch) -> {
            PhoneCall call = new PhoneCall(town.next());
            String patient = identified(platform, watch, call);
            LocalDate day = Days.some(call.caller());
            String found = watch.time(
                    "find_earliest_appointment",
                    () -> call.use(
                            platform,
                            "find_earliest_appointment",
                            "{\"visit_type\":\"checkup\",\"patient_id\":\"" + patient + "\",\"earliest_date\":\"" + day
                                    + "\"}"));
            String slot = PhoneCall.idIn(found, "slot_id");
            watch.time(
                    "create_appointment",
                    () -> call.use(
                            platform,
                            "create_appointment",
                            "{\"slot_id\":\"" + slot + "\",\"patient_id\":\"" + patient + "\"}"));
            watch.time("end-of-call-report", () -> {
                call.end(platform);
                return "";
            });
        };
    }

    private static String identified(Platform platform, Stopwatch watch, PhoneCall call) throws IOException {
        String answer =
                watch.time("search_patient_by_phone", () -> call.use(platform, "search_patient_by_phone", whoIs(call)));
        return PhoneCall.idIn(answer, "patient_id");
    }

    private static String whoIs(PhoneCall call) {
        return "{\"first_name\":\"Casey\",\"date_of_birth\":\"" + call.caller().born() + "\"}";
    }
}
