package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.contract.audit.AuditTrailContract;

class InMemoryAuditTrailTest extends AuditTrailContract {
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();

    @Override
    protected AuditTrail auditTrail() {
        return trail;
    }

    @Override
    protected AuditPages auditPages() {
        return trail;
    }

    @Override
    protected Chains chains() {
        return trail;
    }
}
