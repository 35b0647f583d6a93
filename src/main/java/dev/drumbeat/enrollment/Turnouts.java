package dev.drumbeat.enrollment;

import dev.drumbeat.audience.Audience;
import dev.drumbeat.audience.AudienceRule;
import dev.drumbeat.audience.Candidate;
import dev.drumbeat.audience.Suppressions;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAccountStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks who would be admitted, with the code of the launch and within a bounded time. */
public final class Turnouts {

  /** Looked at unless time runs out before; with more the numbers are an estimate. */
  static final int MOST_ISSUES = 5_000;

  private static final Duration MOST_TIME = Duration.ofSeconds(4);
  private static final int EXAMPLES = 10;

  /** Where leads go as long as no account is chosen. */
  private static final long NO_ACCOUNT = 0;

  private final Audience audience;
  private final MailAccountStore accounts;
  private final Sieve sieve;

  public Turnouts(
      Stores stores, Audience audience, MailAccountStore accounts, Suppressions suppressions) {
    this.audience = audience;
    this.accounts = accounts;
    this.sieve = new Sieve(stores.enrollments(), stores.leftOut(), suppressions);
  }

  /** Whom a launch of the campaign would admit now; its audience must be one that can be read. */
  public Turnout of(Campaign campaign) {
    AudienceRule rule = campaign.plan().audience();
    if (rule == null) {
      return Turnout.NOBODY;
    }
    Count count = new Count(SenderChoice.of(campaign.plan(), accounts));
    Rehearsal rehearsal = new Rehearsal(campaign, sieve, count);
    Look look = new Look(rehearsal);
    audience.read(rule, campaign.ownerKey(), look::at);
    rehearsal.end();
    return new Turnout(
        look.stopped ? audience.count(rule, campaign.ownerKey()) : look.issues,
        look.issues,
        rehearsal.leftOut(),
        count.byAccount,
        count.admitted,
        count.leftOut);
  }

  /** Hands candidates over until there were enough issues or it took too long. */
  private static final class Look {

    private final Rehearsal rehearsal;
    private final long endNanos = System.nanoTime() + MOST_TIME.toNanos();
    private int issues;
    private long lastIssue;
    private boolean stopped;

    Look(Rehearsal rehearsal) {
      this.rehearsal = rehearsal;
    }

    boolean at(Candidate candidate) {
      if (candidate.issueId() != lastIssue) {
        stopped = issues == MOST_ISSUES || System.nanoTime() > endNanos;
        if (stopped) {
          return false;
        }
        lastIssue = candidate.issueId();
        issues++;
      }
      return rehearsal.take(candidate);
    }
  }

  /** Counts leads by account and keeps a few of everybody. */
  private static final class Count implements Rehearsal.Watcher {

    private final Optional<SenderChoice> senders;
    private final Map<Long, Integer> byAccount = new HashMap<>();
    private final List<Member> admitted = new ArrayList<>();
    private final List<Member> leftOut = new ArrayList<>();

    Count(Optional<SenderChoice> senders) {
      this.senders = senders;
    }

    @Override
    public void admitted(Lead lead) {
      long account = senders.map(s -> s.accountFor(lead.addressKey())).orElse(NO_ACCOUNT);
      byAccount.merge(account, 1, Integer::sum);
      if (admitted.size() < EXAMPLES) {
        admitted.add(Member.of(lead));
      }
    }

    @Override
    public void leftOut(LeftOut left) {
      if (leftOut.size() < EXAMPLES) {
        leftOut.add(Member.of(left));
      }
    }
  }
}
