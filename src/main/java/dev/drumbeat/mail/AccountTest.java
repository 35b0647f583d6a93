package dev.drumbeat.mail;

import dev.drumbeat.mail.AccountHealth.ServerState;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries an account stage by stage, as a person would who wants to know where it breaks: up to a
 * message from the account to itself that is read back. What it finds about the two servers is kept
 * as the account's health.
 */
public final class AccountTest {

  private final MailAccounts accounts;
  private final MailAccountStore store;
  private final Probe probe;
  private final InstantSource clock;

  public AccountTest(
      MailAccounts accounts, MailAccountStore store, Probe probe, InstantSource clock) {
    this.accounts = accounts;
    this.store = store;
    this.probe = probe;
    this.clock = clock;
  }

  /** Runs every stage; after the first that fails the others are skipped. */
  public List<StageResult> run(Actor actor, long id, TestMessage message) {
    MailAccount account = accounts.get(actor, id);
    List<StageResult> results = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      boolean broken = results.stream().anyMatch(StageResult::hasFailed);
      results.add(
          broken
              ? StageResult.skipped(stage, Reason.of("drumbeat.skipped.earlier"))
              : perform(stage, account, message));
    }
    keep(account, results);
    return results;
  }

  /** Runs one stage alone; {@link Stage#RECEIVE} looks for a message that an earlier call sent. */
  public StageResult run(Actor actor, long id, Stage stage, TestMessage message) {
    MailAccount account = accounts.get(actor, id);
    StageResult result = perform(stage, account, message);
    keep(account, List.of(result));
    return result;
  }

  private StageResult perform(Stage stage, MailAccount account, TestMessage message) {
    Reason pointless = pointless(stage, account.settings().smtp());
    return pointless == null
        ? probe.stage(stage, account, message)
        : StageResult.skipped(stage, pointless);
  }

  private static @Nullable Reason pointless(Stage stage, MailServer smtp) {
    if (stage == Stage.TLS && smtp.security() == Security.NONE) {
      return Reason.of("drumbeat.skipped.no-tls");
    }
    if (stage == Stage.LOGIN && smtp.user() == null) {
      return Reason.of("drumbeat.skipped.no-user");
    }
    return null;
  }

  private void keep(MailAccount account, List<StageResult> results) {
    Optional<ServerState> smtp = found(results, Stage.SEND);
    Optional<ServerState> imap = found(results, Stage.IMAP_LOGIN);
    if (smtp.isPresent() || imap.isPresent()) {
      AccountHealth before = account.health();
      store.recordHealth(
          account,
          before.after(smtp.orElse(before.smtp()), imap.orElse(before.imap()), clock.instant()));
    }
  }

  /**
   * What the results say about the server of that stage: broken at any of its stages, in order when
   * that stage went well. A message that is late says nothing about the mailbox.
   */
  private static Optional<ServerState> found(List<StageResult> results, Stage proof) {
    return results.stream()
        .filter(r -> r.stage().isOfMailbox() == proof.isOfMailbox())
        .filter(r -> r.stage() != Stage.RECEIVE)
        .flatMap(r -> verdict(r, proof).stream())
        .findFirst();
  }

  private static Optional<ServerState> verdict(StageResult result, Stage proof) {
    Reason reason = result.reason();
    if (result.hasFailed() && reason != null) {
      return Optional.of(ServerState.failed(reason));
    }
    boolean proven = result.stage() == proof && result.result() == StageResult.Result.OK;
    return proven ? Optional.of(ServerState.OK) : Optional.empty();
  }
}
