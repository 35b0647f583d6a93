package dev.drumbeat.web;

import com.atlassian.jira.cluster.ClusterInfo;
import dev.drumbeat.database.Sql;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** What is installed where: the version of the app, the node that answers, the database. */
public final class Installation {

  private final String version;
  private final ClusterInfo cluster;
  private final Sql sql;

  public Installation(BundleContext bundle, ClusterInfo cluster, Sql sql) {
    this.version = bundle.getBundle().getVersion().toString();
    this.cluster = cluster;
    this.sql = sql;
  }

  String version() {
    return version;
  }

  /** Null where there is only one. */
  @Nullable String node() {
    return cluster.getNodeId();
  }

  /** Product and version, for example {@code PostgreSQL 16.2}. */
  String database() {
    return sql.read(
        c ->
            c.getMetaData().getDatabaseProductName()
                + " "
                + c.getMetaData().getDatabaseProductVersion());
  }
}
