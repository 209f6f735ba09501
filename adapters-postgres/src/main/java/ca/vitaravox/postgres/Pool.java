package ca.vitaravox.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
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
        config.setDataSourceProperties(driverProperties(settings));
        return new HikariDataSource(config);
    }

    /** All texts: the driver does not see properties of any other type. */
    private static Properties driverProperties(DatabaseSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "vitaravox");
        properties.setProperty("connectTimeout", seconds(settings.connectionTimeout()));
        properties.setProperty("loginTimeout", seconds(settings.connectionTimeout()));
        // where the server itself is gone, its own timeouts no longer help
        properties.setProperty(
                "socketTimeout", seconds(settings.statementTimeout().plusSeconds(2)));
        properties.setProperty("tcpKeepAlive", "true");
        // details of an error, and failed batches, quote the row
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    static Jdbi jdbi(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        // the usual message quotes the parameters
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.plusMillis(999).toSeconds());
    }
}
