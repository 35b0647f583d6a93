package dev.drumbeat.web.page;

import dev.drumbeat.database.Table;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Removal;
import dev.drumbeat.web.Rights;
import dev.drumbeat.web.RightsBody;
import dev.drumbeat.web.Settings;
import dev.drumbeat.web.SettingsBody;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may do what, within which limits? */
public final class SettingsPage implements Page {

  private final Settings settings;
  private final Rights rights;
  private final Removal removal;
  private final Secrets secrets;
  private final Links links;

  public SettingsPage(
      Settings settings, Rights rights, Removal removal, Secrets secrets, Links links) {
    this.settings = settings;
    this.rights = rights;
    this.removal = removal;
    this.secrets = secrets;
    this.links = links;
  }

  @Override
  public String path() {
    return "/settings";
  }

  @Override
  public Right right() {
    return Right.ADMINISTER;
  }

  @Override
  public String title() {
    return "drumbeat.settings.title";
  }

  @Override
  public Frame frame() {
    return Frame.ADMINISTRATION;
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:settings");
  }

  @Override
  public String template() {
    return "settings.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    Actor reader = request.reader();
    SettingsBody all = settings.get(reader);
    RightsBody given = rights.get(reader);
    SettingsBody.Comments comments = Objects.requireNonNull(all.replyComments());
    Map<String, Object> model = new HashMap<>();
    model.put("rightsVersion", text(given.version()));
    model.put("useCampaigns", lines(given.useCampaigns()));
    model.put("launchCampaigns", lines(given.launchCampaigns()));
    model.put("version", text(all.version()));
    model.put("sendingEnabled", Boolean.TRUE.equals(all.sendingEnabled()));
    model.put("statusUrl", links.page("status").toString() + "#sending");
    model.put("mostIssues", text(all.mostIssues()));
    model.put("confirmAbove", text(all.confirmAbove()));
    model.put("defaultZone", text(all.defaultZone()));
    model.put("defaultHolidays", lines(all.defaultHolidays()));
    model.put("commentsEnabled", Boolean.TRUE.equals(comments.enabled()));
    model.put("commentsAuthor", text(comments.author()));
    model.put("commentsGroup", text(comments.group()));
    model.put("commentsRole", text(comments.roleId()));
    model.put("tables", Table.of("").toString());
    model.put("keyFile", secrets.place());
    model.put("removalWord", Removal.WORD);
    model.put("removing", removal.isUnderWay());
    model.put(
        "zones",
        ZoneId.getAvailableZoneIds().stream().filter(z -> z.contains("/")).sorted().toList());
    return model;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String lines(@Nullable List<String> values) {
    return values == null ? "" : String.join("\n", values);
  }
}
