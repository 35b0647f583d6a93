package dev.drumbeat.host.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The host's database, H2 or PostgreSQL. The host's own tables are created by the part that owns
 * them and begin with {@code HOST_}.
 */
public final class Database implements AutoCloseable {

  /**
   * H2 2.4 repeats a statement from where its last run stopped reading: a page of what {@code IN
   * (SELECT …)} finds, sorted by an index, has the rows of another. Until then, none is kept.
   */
  private static final String NO_CACHE = ";QUERY_CACHE_SIZE=0";

  private final HikariDataSource pool;
  private final Runnable afterwards;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  private Database(HikariConfig config, Runnable afterwards) {
    this.pool = new HikariDataSource(config);
    this.afterwards = afterwards;
    this.jdbc = new JdbcTemplate(pool);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /**
   * Opens or creates the H2 file database in that folder. Without WRITE_DELAY=0 a kill loses
   * commits.
   */
  static Database file(Path folder) {
    Path file = folder.toAbsolutePath().resolve("jira");
    Database opened = new Database(h2("jdbc:h2:file:" + file + ";WRITE_DELAY=0"), () -> {});
    opened.startCleaner();
    return opened;
  }

  /** H2 in memory, gone when it is closed. */
  static Database memory(String name) {
    // Without the delay it would be gone whenever the pool has no connection.
    String url = "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
    JdbcTemplate last = new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
    return new Database(h2(url), () -> last.execute("SHUTDOWN"));
  }

  /** One that is on a server already. */
  static Database at(PostgresAddress address) {
    return new Database(postgres(address), () -> {});
  }

  /** The only one on that server, which ends with it. */
  static Database alone(PostgresServer server, String name) {
    try {
      return new Database(postgres(server.address().create(name)), server::close);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** A new one on that server, dropped when it is closed. */
  static Database passing(PostgresAddress server, String name) {
    return new Database(postgres(server.create(name)), () -> server.drop(name));
  }

  /**
   * H2 starts a thread for good when it first drops a long text, which would keep the loader of the
   * app that happens to be there.
   */
  private void startCleaner() {
    jdbc.execute("CREATE TABLE HOST_LONG_TEXT (LONG_TEXT CLOB)");
    jdbc.update("INSERT INTO HOST_LONG_TEXT VALUES (REPEAT('long ', 10000))");
    jdbc.update("DELETE FROM HOST_LONG_TEXT");
    jdbc.execute("DROP TABLE HOST_LONG_TEXT");
  }

  private static HikariConfig h2(String url) {
    return pool("org.h2.Driver", url + NO_CACHE, "sa", "");
  }

  private static HikariConfig postgres(PostgresAddress address) {
    String user = address.user().isEmpty() ? null : address.user();
    String password = address.password().isEmpty() ? null : address.password();
    return pool("org.postgresql.Driver", address.url(), user, password);
  }

  private static HikariConfig pool(String driver, String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName(driver);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(1);
    config.setThreadFactory(Database::thread);
    return config;
  }

  /** A thread that an app's call happens to start must not keep the app's class loader. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "database connections");
    thread.setContextClassLoader(Database.class.getClassLoader());
    thread.setDaemon(true);
    return thread;
  }

  /** The pool, for parts that bring their own SQL. */
  public DataSource dataSource() {
    return pool;
  }

  /** Where it is, as the driver wants it but without what comes behind a question mark. */
  public String url() {
    return pool.getJdbcUrl().replaceFirst("[?;].*", "");
  }

  boolean isPostgres() {
    return pool.getDriverClassName().startsWith("org.postgresql");
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
    afterwards.run();
  }
}
