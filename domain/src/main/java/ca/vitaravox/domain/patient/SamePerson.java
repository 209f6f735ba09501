package ca.vitaravox.domain.patient;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.HealthNumber;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which charts are of one person. Thread-safe. */
final class SamePerson {
    private final Charts charts;
    private final HeardNames names;
    private final EmrTime emrTime;

    SamePerson(Charts charts, HeardNames names, EmrTime emrTime) {
        this.charts = charts;
        this.names = names;
        this.emrTime = emrTime;
    }

    /** Charts whose name sounds the same and whose date of birth is the same, and charts with the health number. */
    Set<PatientId> as(CallContext call, NewPatient patient) {
        Set<PatientId> same = new LinkedHashSet<>();
        born(call.clinic(), patient.birthDate(), emrTime.request(call)).stream()
                .filter(chart -> names.same(patient.name(), chart.name()))
                .forEach(chart -> same.add(chart.id()));
        patient.healthNumber().ifPresent(number -> withNumber(call, number).forEach(chart -> same.add(chart.id())));
        return same;
    }

    /** The chart with this very name, but for case and accents, and date of birth. */
    Optional<PatientId> exactly(ClinicId clinic, PatientName name, LocalDate birthDate, Deadline deadline) {
        return born(clinic, birthDate, deadline).stream()
                .filter(chart -> isSpelled(name, chart.name()))
                .map(Chart::id)
                .findFirst();
    }

    private static boolean isSpelled(PatientName one, PatientName other) {
        return HeardNames.folded(one.first()).equals(HeardNames.folded(other.first()))
                && HeardNames.folded(one.last()).equals(HeardNames.folded(other.last()));
    }

    private List<Chart> born(ClinicId clinic, LocalDate birthDate, Deadline deadline) {
        return charts.search(clinic, new ChartQuery.BornOn(birthDate), deadline).stream()
                .filter(chart -> chart.birthDate().equals(birthDate))
                .toList();
    }

    private List<Chart> withNumber(CallContext call, HealthNumber number) {
        return charts.search(call.clinic(), new ChartQuery.WithHealthNumber(number), emrTime.request(call)).stream()
                .filter(chart -> chart.healthNumber().filter(number::agreesWith).isPresent())
                .toList();
    }
}
