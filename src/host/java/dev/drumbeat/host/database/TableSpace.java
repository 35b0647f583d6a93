package dev.drumbeat.host.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import javax.sql.DataSource;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.EntityManager;
import net.java.ao.EntityManagerConfiguration;
import net.java.ao.RawEntity;
import net.java.ao.SchemaConfiguration;
import net.java.ao.atlassian.AtlassianFieldNameConverter;
import net.java.ao.atlassian.AtlassianIndexNameConverter;
import net.java.ao.atlassian.AtlassianSequenceNameConverter;
import net.java.ao.atlassian.AtlassianTableNameConverter;
import net.java.ao.atlassian.AtlassianTriggerNameConverter;
import net.java.ao.atlassian.AtlassianUniqueNameConverter;
import net.java.ao.builder.SimpleNameConverters;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import net.java.ao.schema.NameConverters;
import net.java.ao.schema.info.CachingEntityInfoResolverFactory;
import net.java.ao.schema.info.EntityInfoResolverFactory;

/** The tables of one app: prefix AO_, six hex digits of its namespace, as in Jira. */
public final class TableSpace {

  private TableSpace() {}

  /** Creates or alters the tables and opens them. Nothing is ever dropped. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // migrate takes a generic array
  public static HostActiveObjects open(
      Database database, String namespace, Collection<Class<? extends RawEntity<?>>> entities) {
    EntityManager tables = new EntityManager(provider(database), new Names(prefix(namespace)));
    try {
      tables.migrate(entities.toArray(new Class[0]));
    } catch (SQLException e) {
      throw new ActiveObjectsException(e);
    }
    return new HostActiveObjects(tables);
  }

  private static DatabaseProvider provider(Database database) {
    DisposableDataSource pool = neverDisposed(database.dataSource());
    return database.isPostgres()
        ? new PostgreSQLDatabaseProvider(pool, "public")
        : new H2DatabaseProvider(pool, "PUBLIC");
  }

  static String prefix(String namespace) {
    try {
      byte[] md5 =
          MessageDigest.getInstance("MD5").digest(namespace.getBytes(StandardCharsets.UTF_8));
      String hex = HexFormat.of().formatHex(md5);
      return "AO_" + hex.substring(hex.length() - 6).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pool belongs to the host; an app that goes must not close it. */
  private static DisposableDataSource neverDisposed(DataSource pool) {
    return (DisposableDataSource)
        Proxy.newProxyInstance(
            TableSpace.class.getClassLoader(),
            new Class<?>[] {DisposableDataSource.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("dispose")) {
                return null;
              }
              try {
                return method.invoke(pool, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static final class Names implements EntityManagerConfiguration {

    private final String prefix;
    private final EntityInfoResolverFactory resolvers = new CachingEntityInfoResolverFactory();

    Names(String prefix) {
      this.prefix = prefix;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands an answer
    public boolean useWeakCache() {
      return true;
    }

    @Override
    public NameConverters getNameConverters() {
      return new SimpleNameConverters(
          new AtlassianTableNameConverter(name -> prefix + "_" + name),
          new AtlassianFieldNameConverter(),
          new AtlassianSequenceNameConverter(),
          new AtlassianTriggerNameConverter(),
          new AtlassianIndexNameConverter(),
          new AtlassianUniqueNameConverter());
    }

    @Override
    public SchemaConfiguration getSchemaConfiguration() {
      return (table, caseSensitive) -> table.toUpperCase(Locale.ROOT).startsWith(prefix);
    }

    @Override
    public EntityInfoResolverFactory getEntityInfoResolverFactory() {
      return resolvers;
    }
  }
}
