package dev.drumbeat.host.database;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.util.List;

/** Settings of apps, kept as text in one table. */
public final class HostSettings implements PluginSettingsFactory, PluginSettings {

  private final Database database;

  public HostSettings(Database database) {
    this.database = database;
    database
        .jdbc()
        .execute(
            "CREATE TABLE IF NOT EXISTS HOST_SETTING (NAME VARCHAR(100) PRIMARY KEY, CONTENT TEXT)");
  }

  @Override
  public PluginSettings createGlobalSettings() {
    return this;
  }

  @Override
  public Object get(String key) {
    List<String> found =
        database
            .jdbc()
            .queryForList("SELECT CONTENT FROM HOST_SETTING WHERE NAME = ?", String.class, key);
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public Object put(String key, Object value) {
    if (!(value instanceof String)) {
      throw new IllegalArgumentException("this host keeps only text, not " + value);
    }
    return database
        .transactions()
        .execute(
            status -> {
              Object before = remove(key);
              database
                  .jdbc()
                  .update("INSERT INTO HOST_SETTING (NAME, CONTENT) VALUES (?, ?)", key, value);
              return before;
            });
  }

  @Override
  public Object remove(String key) {
    Object before = get(key);
    database.jdbc().update("DELETE FROM HOST_SETTING WHERE NAME = ?", key);
    return before;
  }
}
