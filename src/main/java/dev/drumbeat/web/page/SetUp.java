package dev.drumbeat.web.page;

import dev.drumbeat.campaign.CampaignFilter;
import dev.drumbeat.campaign.CampaignStore;
import dev.drumbeat.mail.AccountHealth;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.SendState;
import dev.drumbeat.sending.SendStore;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Rights;
import dev.drumbeat.web.RightsBody;
import dev.drumbeat.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is left to do before the first mail leaves, read from what there is. */
public final class SetUp {

  private final MailAccountStore accounts;
  private final Rights rights;
  private final CampaignStore campaigns;
  private final SendStore sends;
  private final SendingSwitch sending;
  private final Links links;
  private final Texts texts;

  public SetUp(
      MailAccountStore accounts,
      Rights rights,
      CampaignStore campaigns,
      SendStore sends,
      SendingSwitch sending,
      Links links,
      Texts texts) {
    this.accounts = accounts;
    this.rights = rights;
    this.campaigns = campaigns;
    this.sends = sends;
    this.sending = sending;
    this.links = links;
    this.texts = texts;
  }

  /** The steps in their order; none once a mail was sent. */
  List<Map<String, ?>> steps(Actor administrator, boolean hasSequence) {
    if (!sends.page(SendFilter.ALL.in(SendState.SENT), 0, 1).isEmpty()) {
      return List.of();
    }
    List<MailAccount> connected = accounts.all();
    List<Map<String, ?>> steps = new ArrayList<>();
    steps.add(step("account", !connected.isEmpty(), "accounts#new"));
    steps.add(step("test", connected.stream().anyMatch(SetUp::isTested), "accounts"));
    steps.add(step("rights", hasRights(administrator), "settings#rights"));
    // A newsletter brings its mail along.
    boolean isLaunched = isLaunched();
    steps.add(step("sequence", hasSequence || isLaunched, "sequences"));
    steps.add(step("sending", sending.isOnHere(), "status#sending"));
    steps.add(step("launch", isLaunched, "campaigns"));
    return steps;
  }

  private static boolean isTested(MailAccount account) {
    AccountHealth health = account.health();
    return health.isGood();
  }

  private boolean hasRights(Actor administrator) {
    RightsBody given = rights.get(administrator);
    return !Objects.requireNonNull(given.launchCampaigns()).isEmpty();
  }

  private boolean isLaunched() {
    return campaigns.page(CampaignFilter.ALL, 0, 50).stream().anyMatch(c -> c.isLaunched());
  }

  private Map<String, ?> step(String word, boolean done, String place) {
    return Map.of(
        "word",
        word,
        "done",
        done,
        "url",
        links.page(place).toString(),
        "title",
        texts.of("drumbeat.setup." + word),
        "text",
        texts.of("drumbeat.setup." + word + ".text"));
  }
}
