package ca.vitaravox.domain.task;

import ca.vitaravox.ports.contract.task.TaskBookContract;
import ca.vitaravox.ports.task.TaskBook;

class InMemoryTaskBookTest extends TaskBookContract {
    @Override
    protected TaskBook taskBook() {
        return new InMemoryTaskBook();
    }
}
