package ca.vitaravox.postgres.task;

import ca.vitaravox.ports.contract.task.TaskDeskContract;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.task.TaskDesk;
import ca.vitaravox.postgres.OnPostgres;

class PostgresTaskDeskTest extends TaskDeskContract implements OnPostgres {
    @Override
    protected TaskDesk taskDesk() {
        return POSTGRES.database().staff().tasks();
    }

    @Override
    protected TaskBook taskBook() {
        return POSTGRES.database().taskBook();
    }
}
