package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Timeline;
import dev.drumbeat.sequence.Sequence;

/** A campaign with what it says now and when. */
record Running(Campaign campaign, Sequence sequence, Timeline timeline) {

  static Running of(Campaign campaign, Sequence sequence) {
    return new Running(campaign, sequence, new Timeline(sequence, campaign.plan().schedule()));
  }
}
