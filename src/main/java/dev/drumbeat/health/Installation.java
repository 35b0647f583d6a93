package dev.drumbeat.health;

import com.atlassian.jira.cluster.ClusterInfo;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import dev.drumbeat.database.Sql;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What is installed where: the app, the host, the node that answers, the database. */
public final class Installation {

  /** What the build writes into the manifest. */
  private static final String BUILD = "Drumbeat-Build";

  private final Bundle bundle;
  private final ApplicationProperties application;
  private final ClusterInfo cluster;
  private final Sql sql;
  private final Supplier<List<String>> missing;
  private volatile @Nullable Database database;

  /** Asks for the members that the host lacks each time, since they are looked up at the start. */
  public Installation(
      BundleContext bundle,
      ApplicationProperties application,
      ClusterInfo cluster,
      Sql sql,
      Supplier<List<String>> missing) {
    this.bundle = bundle.getBundle();
    this.application = application;
    this.cluster = cluster;
    this.sql = sql;
    this.missing = missing;
  }

  /** A database that the app runs on, and whether Jira supports it for more than a trial. */
  public record Database(String product, String version) {

    private static final List<String> SUPPORTED =
        List.of("postgresql", "oracle", "mysql", "microsoft sql server");

    /** Whether it is for evaluation only. */
    boolean isForTrials() {
      return product.toLowerCase(Locale.ROOT).startsWith("h2");
    }

    /** Whether Jira runs on it in earnest. */
    public boolean isSupported() {
      return SUPPORTED.stream().anyMatch(product.toLowerCase(Locale.ROOT)::startsWith);
    }

    /** For example {@code PostgreSQL 16.2}. */
    @Override
    public String toString() {
      return product + " " + version;
    }
  }

  /** The app's version. */
  public String version() {
    return bundle.getVersion().toString();
  }

  /** What the app was built from; null where the build did not know. */
  public @Nullable String build() {
    String build = bundle.getHeaders().get(BUILD);
    return build == null || build.isBlank() ? null : build;
  }

  /** The host and its version, for example {@code Jira 11.0.0}. */
  public String host() {
    return application.getDisplayName() + " " + application.getVersion();
  }

  /** Null where there is only one. */
  public @Nullable String node() {
    return cluster.getNodeId();
  }

  /** Asked for once: another one needs a restart. */
  public Database database() {
    Database known = database;
    if (known == null) {
      known =
          sql.read(
              c ->
                  new Database(
                      c.getMetaData().getDatabaseProductName(),
                      c.getMetaData().getDatabaseProductVersion()));
      database = known;
    }
    return known;
  }

  /** Where users and recipients find the host; null when nobody has said. */
  @Nullable String baseUrl() {
    return application.getBaseUrl(UrlMode.CANONICAL);
  }

  /** What the host lacks of what the app uses. */
  List<String> missing() {
    return missing.get();
  }
}
