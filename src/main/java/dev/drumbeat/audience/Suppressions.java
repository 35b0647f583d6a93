package dev.drumbeat.audience;

import static dev.drumbeat.audience.NewSuppression.domainKey;
import static dev.drumbeat.audience.NewSuppression.keyOf;

import com.atlassian.activeobjects.external.ActiveObjects;
import dev.drumbeat.audience.SuppressionStore.Keyed;
import dev.drumbeat.database.Sql;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who must not be written to, and who may change that (U1, U3, U8). */
public final class Suppressions {

  private static final int LONGEST_REASON = 450;

  private final SuppressionStore store;
  private final InstantSource clock;

  public Suppressions(ActiveObjects tables, Sql sql, InstantSource clock) {
    this.store = new SuppressionStore(tables, sql);
    this.clock = clock;
  }

  /** What forbids that campaign to write there; the widest when several do. */
  public Optional<Suppression> find(MailAddress address, long campaignId) {
    return Optional.ofNullable(among(List.of(address), campaignId).get(address));
  }

  /** Those of the addresses that the campaign must not write to, each with what forbids it. */
  public Map<MailAddress, Suppression> among(Collection<MailAddress> addresses, long campaignId) {
    Set<String> keys = new LinkedHashSet<>();
    addresses.forEach(address -> keys.addAll(keys(address, campaignId)));
    Map<String, Suppression> byKey = new HashMap<>();
    store.withKeys(keys).forEach(keyed -> byKey.put(keyed.key(), keyed.suppression()));
    Map<MailAddress, Suppression> found = new HashMap<>();
    for (MailAddress address : addresses) {
      keys(address, campaignId).stream()
          .filter(byKey::containsKey)
          .findFirst()
          .ifPresent(key -> found.put(address, byKey.get(key)));
    }
    return found;
  }

  /** Those of the addresses that no campaign may write to, each with what forbids it. */
  public Map<MailAddress, Suppression> everywhere(Collection<MailAddress> addresses) {
    // No campaign has that id.
    return among(addresses, 0);
  }

  /** The widest scope first. */
  private static List<String> keys(MailAddress address, long campaignId) {
    return List.of(
        domainKey(address.domain()),
        keyOf(address, Scope.INSTANCE),
        keyOf(address, Scope.campaign(campaignId)));
  }

  /**
   * Suppresses for the app itself, in a unit of its own; one that is there already stays as it is.
   */
  public Suppression add(NewSuppression suppression) {
    store.insert(suppression, clock.instant());
    return store.withKeys(List.of(suppression.matchKey())).stream()
        .map(Keyed::suppression)
        .findFirst()
        // Somebody lifted the other one in between.
        .orElseGet(() -> add(suppression));
  }

  /**
   * Suppresses for a user. Everybody who uses campaigns may protect a person from all of them; a
   * domain is a matter for administrators.
   */
  public Suppression add(Actor actor, SuppressionDraft draft) {
    actor.mustHave(draft.domain() == null ? Right.USE_CAMPAIGNS : Right.ADMINISTER);
    return add(new SuppressionCheck().check(draft, actor.userKey()));
  }

  /** One that is in force. */
  public Suppression get(Actor actor, long id) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return inForce(id).suppression();
  }

  /**
   * Those in force, the newest first: all for null, else those whose address or domain begins so.
   */
  public List<Suppression> page(
      Actor actor, @Nullable String beginning, int startAt, int maxResults) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store.page(beginning, startAt, maxResults);
  }

  /** How many are in force. */
  public int count(Actor actor, @Nullable String beginning) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store.count(beginning);
  }

  /** All that ever forbade to write to an address or its domain, in force or lifted. */
  public List<PastSuppression> history(Actor actor, MailAddress address) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return store.history(address);
  }

  /** Lets an administrator say why the address or domain may be written to again (U8). */
  public void delete(Actor actor, long id, String reason) {
    actor.mustHave(Right.ADMINISTER);
    Keyed read = inForce(id);
    if (reason.isBlank()) {
      throw InvalidInput.at("reason", Reason.of("drumbeat.invalid.required"));
    }
    if (reason.strip().length() > LONGEST_REASON) {
      throw InvalidInput.at("reason", Reason.of("drumbeat.invalid.too-long", LONGEST_REASON));
    }
    store.lift(read, actor.userKey(), reason.strip(), clock.instant());
  }

  private Keyed inForce(long id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.suppression.not-found", Long.toString(id))));
  }
}
