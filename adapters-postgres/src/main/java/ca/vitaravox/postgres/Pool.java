package ca.vitaravox.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Connections, with every wait bounded and every message free of data. */
final class Pool {
    private Pool() {}

    static HikariDataSource open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("vitaravox");
        config.setJdbcUrl(settings.login().jdbcUrl());
        config.setUsername(settings.login().user());
        settings.login().password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setValidationTimeout(Math.min(1000, settings.connectionTimeout().toMillis()));
        config.setInitializationFailTimeout(-1);
        long connectSeconds = seconds(settings.connectionTimeout());
        config.addDataSourceProperty("connectTimeout", connectSeconds);
        config.addDataSourceProperty("loginTimeout", connectSeconds);
        // where the server itself is gone its own timeouts no longer help
        config.addDataSourceProperty("socketTimeout", seconds(settings.statementTimeout()) + 2);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("ApplicationName", "vitaravox");
        // the details of an error quote the row
        config.addDataSourceProperty("logServerErrorDetail", false);
        return new HikariDataSource(config);
    }

    static Jdbi jdbi(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        // the usual message quotes the parameters
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
