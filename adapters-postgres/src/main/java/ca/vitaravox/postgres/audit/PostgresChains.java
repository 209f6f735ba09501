package ca.vitaravox.postgres.audit;

import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The chains as rows. What links say is read as text, whatever it is, and hashed here and not in the database: a row that
 * was tampered with is judged by its verifier alone.
 */
final class PostgresChains implements Chains {
    private static final List<String> OF_AUDIT = List.of(
            "call_id", "relationship", "job", "user_id", "session_id", "action", "chart", "subject", "result", "emr");
    private static final List<String> OF_ACCESS = List.of("action", "by_user", "user_id", "session_id", "result");

    private final ClinicTransactions transactions;

    PostgresChains(ClinicTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Head> heads() {
        return transactions.inNoClinic(handle -> handle.createQuery("SELECT * FROM chain_heads ORDER BY chain")
                .map((row, context) -> head(row))
                .list());
    }

    @Override
    public Head head(ChainName chain) {
        return transactions
                .inNoClinic(handle -> handle.createQuery("SELECT * FROM chain_heads WHERE chain = :chain")
                        .bind("chain", chain.value())
                        .map((row, context) -> head(row))
                        .findOne())
                .orElse(Head.before(chain));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(new ChainName(row.getString("chain")), row.getLong("position"), Hash.of(row.getBytes("hash")));
    }

    @Override
    public List<Link> links(ChainName chain, long first, int most) {
        return chain.clinic()
                .map(clinic -> transactions.inClinic(
                        clinic,
                        links(chain, "audit", "clinic_id = '" + clinic.value() + "' AND ", OF_AUDIT, first, most)))
                .orElseGet(() -> transactions.inAccess(links(chain, "access_trail", "", OF_ACCESS, first, most)));
    }

    private static Function<Handle, List<Link>> links(
            ChainName chain, String table, String which, List<String> columns, long first, int most) {
        return handle -> handle.createQuery("""
                        SELECT position, form, previous, hash, at, %s FROM %s
                         WHERE %s position >= :first ORDER BY position, at LIMIT :most
                        """.formatted(String.join(", ", columns), table, which))
                .bind("first", first)
                .bind("most", most)
                .map((row, context) -> link(chain, row, columns))
                .list();
    }

    private static Link link(ChainName chain, ResultSet row, List<String> columns) throws SQLException {
        List<Optional<String>> texts = new ArrayList<>();
        texts.add(Optional.of(Link.moment(Columns.moment(row, "at"))));
        for (String column : columns) {
            texts.add(Columns.someText(row, column));
        }
        return new Link(
                chain,
                row.getLong("position"),
                row.getInt("form"),
                Hash.of(row.getBytes("previous")),
                texts,
                Hash.of(row.getBytes("hash")));
    }

    @Override
    public Optional<Seal> sealedFrom(ChainName chain, long first) {
        return transactions.inNoClinic(handle -> handle.createQuery(
                        "SELECT * FROM chain_seals WHERE chain = :chain AND first_position = :first")
                .bind("chain", chain.value())
                .bind("first", first)
                .map((row, context) -> seal(row))
                .findOne());
    }

    static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                new ChainName(row.getString("chain")),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getLong("first_position"),
                row.getLong("last_position"),
                Hash.of(row.getBytes("previous")),
                Hash.of(row.getBytes("hash")));
    }
}
