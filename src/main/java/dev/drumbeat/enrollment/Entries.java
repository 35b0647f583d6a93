package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Problems;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.SequenceStore;
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

  /** When the campaign's steps are due; empty when its sequence is gone. */
  Optional<Timeline> timeline(Campaign campaign) {
    Optional<Sequence> sequence = sequences.find(campaign.plan().sequenceId());
    return sequence.map(s -> new Timeline(s, campaign.plan().schedule()));
  }
}
