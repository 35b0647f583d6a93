package dev.drumbeat.host.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The host's database: an H2 file below the host's home. The host's own tables are created by the
 * part that owns them and begin with {@code HOST_}.
 */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.jdbc = new JdbcTemplate(pool);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /**
   * Opens or creates the file database in that folder. Without WRITE_DELAY=0 a kill loses commits.
   */
  public static Database file(Path folder) {
    return open("jdbc:h2:file:" + folder.toAbsolutePath().resolve("jira") + ";WRITE_DELAY=0");
  }

  /** A database in memory by that name; its content stays until the JVM ends. */
  public static Database memory(String name) {
    return open("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
  }

  private static Database open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDriverClassName("org.h2.Driver");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(1);
    return new Database(new HikariDataSource(config));
  }

  /** The pool, for parts that bring their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  /** Statements of the host itself. */
  public JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Units of several statements of the host itself. */
  public TransactionTemplate transactions() {
    return transactions;
  }

  @Override
  public void close() {
    pool.close();
  }
}
