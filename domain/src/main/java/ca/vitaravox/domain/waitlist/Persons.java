package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.Person;
import ca.vitaravox.ports.waitlist.Waitlist.Command;
import ca.vitaravox.ports.waitlist.Waitlist.Result;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is to be put on the waitlist. Thread-safe. */
final class Persons {
    private final IdentityLedger identities;
    private final Charts charts;
    private final EmrTime emrTime;

    Persons(IdentityLedger identities, Charts charts, InstantSource clock) {
        this.identities = identities;
        this.charts = charts;
        this.emrTime = new EmrTime(clock);
    }

    /** The person, or what is missing. */
    sealed interface Who {
        /** This one; the caller is that to them. */
        record Known(Person person, Relationship relationship) implements Who {}

        /** Nobody yet. */
        record Missing(Result result) implements Who {}
    }

    /**
     * Who is meant.
     *
     * @throws ca.vitaravox.ports.clinic.EmrUnavailableException if a chart cannot be read
     */
    Who of(CallContext call, Command command) {
        if (command.patient().isPresent()) {
            return patient(call, command.patient().get(), command.phone());
        }
        if (command.name().isEmpty()) {
            return new Who.Missing(new Result.NameNeeded());
        }
        return command.phone()
                .or(call::caller)
                .<Who>map(phone -> new Who.Known(
                        new Person(command.name().get(), phone, Optional.empty(), Optional.empty()), Relationship.SELF))
                .orElseGet(() -> new Who.Missing(new Result.PhoneNeeded()));
    }

    private Who patient(CallContext call, PatientId patient, Optional<PhoneNumber> said) {
        Optional<Identification> identified = identities.identified(call.clinic(), call.call(), patient);
        Optional<Chart> chart =
                identified.flatMap(known -> charts.chart(call.clinic(), patient, emrTime.request(call)));
        if (chart.isEmpty()) {
            return new Who.Missing(new Result.NotIdentified());
        }
        return phone(call, identified.get(), chart.get(), said)
                .<Who>map(phone -> new Who.Known(
                        new Person(
                                chart.get().name(),
                                phone,
                                Optional.of(patient),
                                chart.get().familyProvider()),
                        identified.get().relationship()))
                .orElseGet(() -> new Who.Missing(new Result.PhoneNeeded()));
    }

    /** Only who is verified may have staff phone a number that is not on the chart. */
    private static Optional<PhoneNumber> phone(
            CallContext call, Identification identified, Chart chart, Optional<PhoneNumber> said) {
        boolean verified = identified.reaches(IdentityLevel.VERIFIED);
        return said.filter(phone -> verified || chart.phones().contains(phone))
                .or(() -> call.caller().filter(chart.phones()::contains))
                .or(() -> Stream.concat(chart.phones().stream(), call.caller().stream())
                        .findFirst());
    }
}
