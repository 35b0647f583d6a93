package dev.drumbeat.host.database;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.EntityManager;
import net.java.ao.EntityStreamCallback;
import net.java.ao.Query;
import net.java.ao.RawEntity;

/**
 * Hands the calls of one app to the real engine. Every call runs with the host's context class
 * loader: threads that the database starts would otherwise pin the app's.
 */
public final class HostActiveObjects implements ActiveObjects {

  private final EntityManager tables;

  HostActiveObjects(EntityManager tables) {
    this.tables = tables;
  }

  @Override
  public <T extends RawEntity<K>, K> T get(Class<T> type, K key) {
    return call(() -> tables.get(type, key));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, DBParam... params) {
    return call(() -> tables.create(type, params));
  }

  @Override
  public <T extends RawEntity<K>, K> T create(Class<T> type, Map<String, Object> params) {
    return call(() -> tables.create(type, params));
  }

  @Override
  public void delete(RawEntity<?>... entities) {
    call(
        () -> {
          tables.delete(entities);
          return null;
        });
  }

  @Override
  public <K> int deleteWithSQL(
      Class<? extends RawEntity<K>> type, String criteria, Object... parameters) {
    return call(() -> tables.deleteWithSQL(type, criteria, parameters));
  }

  @Override
  public <T extends RawEntity<K>, K> T[] find(Class<T> type, Query query) {
    return call(() -> tables.find(type, query));
  }

  @Override
  public <T extends RawEntity<K>, K> void stream(
      Class<T> type, Query query, EntityStreamCallback<T, K> streamCallback) {
    call(
        () -> {
          tables.stream(type, query, streamCallback);
          return null;
        });
  }

  @Override
  public <K> int count(Class<? extends RawEntity<K>> type, Query query) {
    return call(() -> tables.count(type, query));
  }

  private static <A> A call(Callable<A> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(HostActiveObjects.class.getClassLoader());
    try {
      return work.call();
    } catch (SQLException e) {
      throw new ActiveObjectsException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
