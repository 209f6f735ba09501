package ca.vitaravox.oscar.soap;

import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.ports.booking.CodedTime;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A day as {@code getDayWorkSchedule} gives it: the length of its slots, and each slot with its start and the character of
 * its code as a number. A day off has no answer; a holiday has a mark, and slots all the same.
 */
final class DaySchedule {
    private static final int LONGEST_SLOT = 240;
    private static final int MOST_CODE_DIGITS = 5;
    private static final int UNTIL_SECONDS = "2026-11-24T09:00:00".length();

    private DaySchedule() {}

    /** The times of a provider's day, slots of one code that touch as one, sorted by start. */
    static List<CodedTime> read(ProviderId provider, SoapElement response, Zones zones) throws SoapException {
        Optional<SoapElement> day = response.child("return");
        if (day.isEmpty() || day.get().text("holiday").equals("true")) {
            return List.of();
        }
        Duration slot = length(day.get().text("timeSlotDurationMin"));
        List<CodedTime> slots = new ArrayList<>();
        for (SoapElement each : day.get().all("timeSlots")) {
            LocalDateTime from = start(each.text("date"), zones);
            slots.add(new CodedTime(provider, from, from.plus(slot), code(each.text("scheduleCode"))));
        }
        slots.sort(Comparator.comparing(CodedTime::from));
        return joined(slots);
    }

    private static List<CodedTime> joined(List<CodedTime> slots) {
        List<CodedTime> joined = new ArrayList<>();
        for (CodedTime slot : slots) {
            CodedTime last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.to().equals(slot.from()) && last.code().equals(slot.code())) {
                joined.set(joined.size() - 1, new CodedTime(slot.provider(), last.from(), slot.to(), slot.code()));
            } else {
                joined.add(slot);
            }
        }
        return joined;
    }

    private static Duration length(String minutes) throws SoapException {
        if (!minutes.matches("[0-9]{1,3}")
                || Integer.parseInt(minutes) < 1
                || Integer.parseInt(minutes) > LONGEST_SLOT) {
            throw new SoapException.Silent("OSCAR's schedule has slots of no length", null);
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }

    /** As OSCAR's wall clock shows it: its offset may come of rules of the zone that are out of date. */
    private static LocalDateTime start(String date, Zones zones) throws SoapException {
        try {
            LocalDateTime wall = LocalDateTime.parse(date.substring(0, Math.min(UNTIL_SECONDS, date.length())));
            return zones.onClinicsWall(zones.moment(wall));
        } catch (DateTimeException senseless) {
            throw new SoapException.Silent("OSCAR's schedule has a slot of no time", senseless);
        }
    }

    private static String code(String number) throws SoapException {
        if (!number.matches("[0-9]{1," + MOST_CODE_DIGITS + "}") || !Character.isDefined(Integer.parseInt(number))) {
            throw new SoapException.Silent("OSCAR's schedule has a slot without a code", null);
        }
        return Character.toString(Integer.parseInt(number));
    }
}
