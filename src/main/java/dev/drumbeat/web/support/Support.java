package dev.drumbeat.web.support;

import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.database.Sql;
import dev.drumbeat.enrollment.EventLog;
import dev.drumbeat.enrollment.Tallies;
import dev.drumbeat.health.Health;
import dev.drumbeat.health.Installation;
import dev.drumbeat.health.Report;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.web.Rights;
import dev.drumbeat.web.Settings;

/** Makes the support bundle, for administrators. */
public final class Support {

  private final Health health;
  private final Installation installation;
  private final Settings settings;
  private final Rights rights;
  private final SendingSwitch sending;
  private final Facts facts;

  public Support(
      Health health,
      Installation installation,
      Settings settings,
      Rights rights,
      SendingSwitch sending,
      Sources sources) {
    this.health = health;
    this.installation = installation;
    this.settings = settings;
    this.rights = rights;
    this.sending = sending;
    this.facts = new Facts(sources.sql(), sources.campaigns(), sources.events(), sources.tallies());
  }

  /** Where the numbers come from. */
  public record Sources(Sql sql, CampaignStore campaigns, EventLog events, Tallies tallies) {}

  /** Everything as it is now. */
  public SupportBundle bundle(Actor reader) {
    reader.mustHave(Right.ADMINISTER);
    Report report = health.report();
    return new SupportBundle(
        report.at(),
        InstallationPart.of(installation),
        SettingsPart.of(settings.get(reader), rights.get(reader), sending.isCopy()),
        HealthPart.of(report),
        report.accounts().stream().map(AccountPart::of).toList(),
        facts.numbers(),
        facts.highestIds(),
        facts.campaigns(),
        facts.failures());
  }
}
