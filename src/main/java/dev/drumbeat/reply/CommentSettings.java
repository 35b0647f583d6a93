package dev.drumbeat.reply;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import org.jspecify.annotations.Nullable;

/** Keeps the rules for comments in the settings of the host. */
public final class CommentSettings {

  private static final String KEY = "drumbeat.comment.";

  private final PluginSettingsFactory settings;

  public CommentSettings(PluginSettingsFactory settings) {
    this.settings = settings;
  }

  /** The rules in force. */
  public CommentRules get() {
    String role = read("role");
    return new CommentRules(
        !"false".equals(read("enabled")),
        read("author"),
        read("group"),
        role == null ? null : Long.valueOf(role));
  }

  /** Replaces them. */
  public void put(Actor actor, CommentRules rules) {
    actor.mustHave(Right.ADMINISTER);
    Long role = rules.roleId();
    write("enabled", Boolean.toString(rules.enabled()));
    write("author", rules.authorKey());
    write("group", rules.group());
    write("role", role == null ? null : role.toString());
  }

  private @Nullable String read(String name) {
    return settings.createGlobalSettings().get(KEY + name) instanceof String text ? text : null;
  }

  private void write(String name, @Nullable String value) {
    PluginSettings global = settings.createGlobalSettings();
    if (value == null) {
      global.remove(KEY + name);
    } else {
      global.put(KEY + name, value);
    }
  }
}
