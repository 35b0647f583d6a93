package dev.drumbeat.audience;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the rules for all campaigns in the settings of the host. */
public final class RuleSettings {

  private static final String KEY = "drumbeat.rule.";

  private final PluginSettingsFactory settings;

  public RuleSettings(PluginSettingsFactory settings) {
    this.settings = settings;
  }

  /** The rules in force. */
  public InstanceRules get() {
    String zone = read("zone");
    String holidays = read("holidays");
    return new InstanceRules(
        number("mostIssues", InstanceRules.USUAL.mostIssues()),
        number("confirmAbove", InstanceRules.USUAL.confirmAbove()),
        zone == null ? null : ZoneId.of(zone),
        holidays == null ? List.of() : holidays.lines().map(LocalDate::parse).toList());
  }

  /** Replaces them. */
  public void put(Actor actor, InstanceRules rules) {
    actor.mustHave(Right.ADMINISTER);
    write("mostIssues", Integer.toString(rules.mostIssues()));
    write("confirmAbove", Integer.toString(rules.confirmAbove()));
    write("zone", rules.zone() == null ? null : rules.zone().getId());
    write(
        "holidays",
        rules.holidays().isEmpty()
            ? null
            : rules.holidays().stream().map(LocalDate::toString).collect(Collectors.joining("\n")));
  }

  private int number(String name, int usual) {
    String text = read(name);
    return text == null ? usual : Integer.parseInt(text);
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
