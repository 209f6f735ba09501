package ca.vitaravox.postgres.task;

import ca.vitaravox.ports.contract.task.TaskBookContract;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.postgres.OnPostgres;

class PostgresTaskBookTest extends TaskBookContract implements OnPostgres {
    @Override
    protected TaskBook taskBook() {
        return POSTGRES.database().taskBook();
    }
}
