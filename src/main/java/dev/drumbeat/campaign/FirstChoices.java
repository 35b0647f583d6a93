package dev.drumbeat.campaign;

import dev.drumbeat.audience.AddressFields;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.FieldChoice;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a new campaign of a user can choose from and begins with: what the user's last campaign had,
 * as far as it is still there, else the likeliest.
 */
public final class FirstChoices {

  private final CampaignStore campaigns;
  private final MailAccountStore accounts;
  private final AddressFields fields;

  public FirstChoices(CampaignStore campaigns, MailAccountStore accounts, AddressFields fields) {
    this.campaigns = campaigns;
    this.accounts = accounts;
    this.fields = fields;
  }

  /** Where an address can stand. */
  public List<FieldChoice> addressFields(Actor actor) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return fields.all();
  }

  /** Where a zone or a country can stand: in any custom field. */
  public List<FieldChoice> zoneFields(Actor actor) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return fields.allCustom();
  }

  /** Where the address of a lead stands unless somebody says otherwise. */
  public String addressField(Actor actor) {
    List<String> there = addressFields(actor).stream().map(FieldChoice::id).toList();
    return last(actor, campaign -> campaign.plan().audience() != null)
        .map(campaign -> campaign.plan().audience())
        .map(AudienceRule::addressField)
        .filter(there::contains)
        .orElseGet(fields::likeliest);
  }

  /** All mail accounts by name; those that are paused may be chosen as well. */
  public List<MailAccount> accounts(Actor actor) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return accounts.all();
  }

  /** The accounts of the last campaign; else the first that may send. */
  public List<Long> accountIds(Actor actor) {
    List<Long> sending =
        accounts(actor).stream().filter(a -> !a.paused()).map(MailAccount::id).toList();
    List<Long> used =
        last(actor, campaign -> !campaign.plan().accountIds().isEmpty())
            .map(
                campaign ->
                    campaign.plan().accountIds().stream().filter(sending::contains).toList())
            .orElse(List.of());
    return used.isEmpty() ? sending.stream().limit(1).toList() : used;
  }

  /** The sequence of the last campaign; its mail was no choice if it was a broadcast. */
  public Optional<Long> sequenceId(Actor actor) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return newest(actor)
        .filter(campaign -> campaign.plan().kind() == CampaignKind.SEQUENCE)
        .findFirst()
        .map(campaign -> campaign.plan().sequenceId());
  }

  private Optional<Campaign> last(Actor actor, Predicate<Campaign> fits) {
    return newest(actor).filter(fits).findFirst();
  }

  private Stream<Campaign> newest(Actor actor) {
    CampaignFilter own = new CampaignFilter(actor.userKey(), null, null).withoutCarriers();
    return campaigns.page(own, 0, 20).stream();
  }
}
