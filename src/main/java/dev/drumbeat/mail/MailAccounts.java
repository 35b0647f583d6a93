package dev.drumbeat.mail;

import dev.drumbeat.database.SqlFailure;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.io.Serializable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may be done with mail accounts, and by whom. Secrets go in and never come out. */
public final class MailAccounts {

  private static final String NAME_TAKEN = "drumbeat.invalid.name-taken";

  private final MailAccountStore store;
  private final Passwords passwords;
  private final AccountUse use;
  private final InstantSource clock;

  public MailAccounts(
      MailAccountStore store, Passwords passwords, AccountUse use, InstantSource clock) {
    this.store = store;
    this.passwords = passwords;
    this.use = use;
    this.clock = clock;
  }

  /** Accounts by name. */
  public List<MailAccount> page(Actor actor, int startAt, int maxResults) {
    actor.mustHave(Right.ADMINISTER);
    return store.page(startAt, maxResults);
  }

  /** How many there are. */
  public int count(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    return store.count();
  }

  /** One account. */
  public MailAccount get(Actor actor, long id) {
    actor.mustHave(Right.ADMINISTER);
    return store
        .find(id)
        .orElseThrow(
            () -> new NotFound(Reason.of("drumbeat.account.not-found", Long.toString(id))));
  }

  /** Connects an account; it may send at once. */
  public MailAccount create(Actor actor, MailAccountDraft draft) {
    actor.mustHave(Right.ADMINISTER);
    AccountSettings settings = check(draft, null);
    passwords.prepare(draft);
    long id =
        unlessTaken(
            () ->
                store.insert(
                    settings,
                    newId -> passwords.seal(newId, draft, settings, StoredPasswords.NONE),
                    now()));
    return get(actor, id);
  }

  /** Replaces everything that people set; the draft names the version that it was made from. */
  public MailAccount replace(Actor actor, long id, MailAccountDraft draft) {
    MailAccount read = get(actor, id);
    AccountSettings settings = check(draft, read);
    mustBeAt(read, draft.version());
    passwords.prepare(draft);
    StoredPasswords sealed = passwords.seal(id, draft, settings, read.passwords());
    mustBeUnchanged(actor, read, unlessTaken(() -> store.replace(read, settings, sealed, now())));
    return get(actor, id);
  }

  /** Forgets an account and its passwords, unless somebody needs it. */
  public void delete(Actor actor, long id) {
    MailAccount read = get(actor, id);
    AccountUse.Use needs = use.of(id);
    if (!needs.equals(AccountUse.Use.NONE)) {
      throw new Conflict(
          Reason.of(
              "drumbeat.account.in-use",
              read.settings().name(),
              names(needs.campaigns()),
              names(needs.sequences()),
              needs.leads()));
    }
    store.delete(id);
  }

  private static Serializable names(List<String> names) {
    return names.isEmpty() ? Reason.of("drumbeat.account.in-use.none") : String.join(", ", names);
  }

  /** Stops sending from an account; answers are still read. Pausing twice changes nothing. */
  public MailAccount pause(Actor actor, long id) {
    return paused(actor, id, true);
  }

  /** Lets a paused account send again. */
  public MailAccount resume(Actor actor, long id) {
    return paused(actor, id, false);
  }

  /** In one line for everybody who works with campaigns: whether mail can go out. */
  public Outlook outlook(Actor actor) {
    actor.mustHave(Right.USE_CAMPAIGNS);
    return Outlook.of(store.all());
  }

  private MailAccount paused(Actor actor, long id, boolean paused) {
    MailAccount read = get(actor, id);
    // What somebody else changes meanwhile is nothing that pausing depends on.
    while (read.paused() != paused && !store.pause(read, paused, now())) {
      read = get(actor, id);
    }
    return get(actor, id);
  }

  private AccountSettings check(MailAccountDraft draft, @Nullable MailAccount before) {
    Problems problems = new Problems();
    AccountSettings settings = new DraftCheck(problems, before).check(draft);
    if (store.isNameTaken(settings.name(), before == null ? 0 : before.id())) {
      problems.add("name", NAME_TAKEN, settings.name());
    }
    if (before != null && draft.version() == null) {
      problems.add("version", "drumbeat.invalid.required");
    }
    problems.refuse();
    return settings;
  }

  private static void mustBeAt(MailAccount read, @Nullable Integer version) {
    if (version == null || version != read.version()) {
      throw Conflict.stale(read.version());
    }
  }

  private void mustBeUnchanged(Actor actor, MailAccount read, boolean changed) {
    if (!changed) {
      throw Conflict.stale(get(actor, read.id()).version());
    }
  }

  /** The check came first, but somebody else may take a name between the two. */
  private static <A> A unlessTaken(Supplier<A> write) {
    try {
      return write.get();
    } catch (SqlFailure e) {
      if (e.isDuplicate()) {
        throw InvalidInput.at("name", Reason.of(NAME_TAKEN, ""));
      }
      throw e;
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
