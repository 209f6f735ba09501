package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much goes wrong in one simulation: each fault never, seldom or often, and some hours when an EMR is down. */
final class Weather {
    private static final List<Double> RATES = List.of(0.0, 0.0, 0.02, 0.1, 0.3);
    private static final int OUTAGES_BEGIN_WITHIN_MILLIS = 400_000;

    private record Outage(ClinicId clinic, Instant from, Instant to) {}

    private final Chance chance;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final List<Outage> outages = new ArrayList<>();

    Weather(Chance chance, List<ClinicId> clinics, Instant beginning) {
        this.chance = chance;
        for (Fault fault : Fault.values()) {
            rates.put(fault, chance.oneOf(RATES));
        }
        rates.computeIfPresent(Fault.STALL, (stall, rate) -> rate / 20);
        for (ClinicId clinic : clinics) {
            if (chance.happens(0.2)) {
                Instant from = beginning.plus(chance.millis(0, OUTAGES_BEGIN_WITHIN_MILLIS));
                outages.add(new Outage(clinic, from, from.plus(chance.millis(5_000, 200_000))));
            }
        }
    }

    boolean strikes(Fault fault) {
        double rate = rates.get(fault);
        return rate > 0 && chance.happens(rate);
    }

    boolean isDown(ClinicId clinic, Instant now) {
        return outages.stream()
                .anyMatch(outage ->
                        outage.clinic().equals(clinic) && !now.isBefore(outage.from()) && now.isBefore(outage.to()));
    }

    /** From now on nothing goes wrong. */
    void clears() {
        rates.replaceAll((fault, rate) -> 0.0);
        outages.clear();
    }

    /** How long an EMR takes for a request. */
    Duration emrTakes() {
        return strikes(Fault.SLOW) ? chance.millis(500, 4_000) : chance.millis(10, 300);
    }

    /** How long it takes to reach one of our ledgers, or to hear back from it. */
    Duration ledgerTakes() {
        return strikes(Fault.STALL) ? chance.millis(500, 20_000) : chance.millis(0, 5);
    }

    @Override
    public String toString() {
        return rates + ", " + outages;
    }
}
