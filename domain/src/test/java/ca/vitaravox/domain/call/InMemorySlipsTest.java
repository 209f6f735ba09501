package ca.vitaravox.domain.call;

import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.contract.call.SlipsContract;

class InMemorySlipsTest extends SlipsContract {
    @Override
    protected Slips slips() {
        return new InMemorySlips();
    }
}
