package ca.vitaravox.postgres.patient;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.patient.DemoRequests.Sent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The charts of the demo EMR; as OSCAR does, it checks nothing. */
public final class DemoCharts implements Charts {
    private final DemoRequests requests;

    /** The charts of all clinics that use the demo EMR. */
    public DemoCharts(DemoRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) {
        Condition condition = Condition.of(query);
        return find(clinic, condition, MOST_FOUND, deadline);
    }

    @Override
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) {
        Condition condition = new Condition("patient_id = :patient", Map.of("patient", patient.value()));
        return find(clinic, condition, 1, deadline).stream().findFirst();
    }

    @Override
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) {
        Sent<PatientId> sent = requests.write(clinic, deadline, handle -> DemoNewChart.insert(handle, clinic, patient));
        if (sent instanceof Sent.Done<PatientId> done) {
            return new ChartResult.Made(done.answer());
        }
        return sent instanceof Sent.Unknown<PatientId> unknown
                ? new ChartResult.Unknown(unknown.why())
                : new ChartResult.NotMade(((Sent.NotDone<PatientId>) sent).why());
    }

    private List<Chart> find(ClinicId clinic, Condition condition, int most, Deadline deadline) {
        return requests.read(
                clinic,
                deadline,
                """
                        SELECT c.*,
                               ARRAY (SELECT phone FROM demo_chart_phones p
                                       WHERE p.clinic_id = c.clinic_id AND p.patient_id = c.patient_id
                                       ORDER BY place) AS phones
                          FROM demo_charts c
                         WHERE clinic_id = :clinic AND active AND %s
                         LIMIT :most
                        """.formatted(condition.sql()),
                query -> query.bind("most", most).bindMap(condition.values()),
                row -> DemoChartRow.read(row));
    }

    private record Condition(String sql, Map<String, Object> values) {
        static Condition of(ChartQuery query) {
            if (query instanceof ChartQuery.ByPhone byPhone) {
                return new Condition("""
                        EXISTS (SELECT FROM demo_chart_phones p
                                 WHERE p.clinic_id = c.clinic_id AND p.patient_id = c.patient_id AND p.phone = :phone)
                        """, Map.of("phone", byPhone.phone().e164()));
            }
            if (query instanceof ChartQuery.BornOn bornOn) {
                return new Condition("birth_date = :born", Map.of("born", bornOn.date()));
            }
            if (query instanceof ChartQuery.Named named) {
                return new Condition(
                        "last_folded = :last AND first_folded = :first",
                        Map.of(
                                "last", DemoChartRow.folded(named.name().last()),
                                "first", DemoChartRow.folded(named.name().first())));
            }
            ChartQuery.WithHealthNumber withNumber = (ChartQuery.WithHealthNumber) query;
            return new Condition(
                    "health_number = :number",
                    Map.of("number", withNumber.number().number()));
        }
    }
}
