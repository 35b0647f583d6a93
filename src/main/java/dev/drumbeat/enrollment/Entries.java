package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.SequenceStore;
import dev.drumbeat.sequence.SequenceVersion;
import java.time.Instant;
import java.util.Optional;

/** Finds what a campaign says and what it sends from, as it is now. */
public final class Entries {

  private final SequenceStore sequences;
  private final MailAccountStore accounts;

  public Entries(SequenceStore sequences, MailAccountStore accounts) {
    this.sequences = sequences;
    this.accounts = accounts;
  }

  /** How leads enter the campaign; refuses, naming the field, when they cannot. */
  Entry entry(Campaign campaign) {
    Problems problems = new Problems();
    Optional<Entry> entry = entry(campaign, problems);
    problems.refuse();
    return entry.orElseThrow();
  }

  /** How leads enter the campaign; empty when they cannot, which is noted. */
  Optional<Entry> entry(Campaign campaign, Problems problems) {
    Optional<Timeline> timeline = timeline(campaign);
    if (timeline.flatMap(t -> t.first(campaign.createdAt())).isEmpty()) {
      problems.add("sequenceId", "drumbeat.campaign.no-steps");
    }
    Optional<SenderChoice> senders = SenderChoice.of(campaign.plan(), accounts);
    if (senders.isEmpty()) {
      problems.add("mailAccountIds", "drumbeat.campaign.no-account");
    }
    return timeline.flatMap(t -> senders.map(s -> new Entry(campaign, t, s)));
  }

  /** Publishes what a campaign is about to say for the first time, in the name of that user. */
  void publish(Campaign campaign, String userKey, Instant now) {
    sequences.publishToBegin(campaign.plan().sequenceId(), userKey, now);
  }

  /** When the steps are due that somebody receives who enters now; empty without a sequence. */
  private Optional<Timeline> timeline(Campaign campaign) {
    Optional<SequenceVersion> said = sequences.said(campaign.plan().sequenceId());
    return said.map(s -> new Timeline(s, campaign.plan().schedule()));
  }

  /** When the steps of that version are due; empty when its sequence is gone. */
  Optional<Timeline> timeline(Campaign campaign, int version) {
    return sequences
        .version(campaign.plan().sequenceId(), version)
        .map(steps -> new Timeline(steps, campaign.plan().schedule()));
  }
}
