package ca.vitaravox.oscar.booking;

import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * As few requests as tell all appointments of some days: the sheet of a single day, a whole month for more. OSCAR leaves
 * the last day out of its months (its bound is a date, and excluded), so that day is asked for by itself; and the day
 * sheets of classic OSCAR tell no lengths, so a month is asked for where it can be.
 *
 * @param sheetsTellLengths whether this OSCAR's day sheets say how long appointments are
 */
record SheetPlan(boolean sheetsTellLengths) {
    /** Months before days, provider by provider. */
    List<SheetReading> readings(Set<ProviderId> providers, LocalDate first, LocalDate last) {
        List<SheetReading> plan = new ArrayList<>();
        YearMonth end = YearMonth.from(last);
        for (ProviderId provider : providers) {
            for (YearMonth month = YearMonth.from(first); !month.isAfter(end); month = month.plusMonths(1)) {
                LocalDate from = month.equals(YearMonth.from(first)) ? first : month.atDay(1);
                LocalDate to = month.equals(end) ? last : month.atEndOfMonth();
                plan.addAll(inMonth(provider, from, to));
            }
        }
        return plan;
    }

    private List<SheetReading> inMonth(ProviderId provider, LocalDate from, LocalDate to) {
        LocalDate missing = YearMonth.from(to).atEndOfMonth();
        SheetReading month = new SheetReading(provider, from, true);
        SheetReading day = new SheetReading(provider, to, false);
        if (from.equals(missing) || from.equals(to) && sheetsTellLengths) {
            return List.of(day);
        }
        return to.equals(missing) ? List.of(month, day) : List.of(month);
    }
}
