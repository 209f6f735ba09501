package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.audit.AuditTrailContract;
import java.util.List;

class InMemoryAuditTrailTest extends AuditTrailContract {
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

    @Override
    protected AuditTrail auditTrail() {
        return trail;
    }

    @Override
    protected List<AuditEntry> entries(ClinicId ofClinic) {
        return trail.entries(ofClinic);
    }
}
