package dev.drumbeat.web;

import dev.drumbeat.enrollment.RunTrait;
import dev.drumbeat.sending.SendState;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists behind the numbers of a campaign, or of one of its steps, in REST. */
record NumberLinks(
    long campaignId, @Nullable Long stepId, @Nullable String variant, Answers answers) {

  static final SendState[] OPEN = {
    SendState.PLANNED, SendState.CLAIMED, SendState.HANDED_OVER, SendState.DEFERRED
  };
  static final SendState[] SKIPPED = {SendState.SKIPPED, SendState.CANCELLED};

  NumberLinks at(long step) {
    return new NumberLinks(campaignId, step, null, answers);
  }

  NumberLinks saying(String wanted) {
    return new NumberLinks(campaignId, stepId, wanted, answers);
  }

  CountView leads(long count) {
    return runs(count, "");
  }

  CountView state(long count, String word) {
    return runs(count, "&state=" + word);
  }

  CountView reason(long count, String state, String word) {
    return runs(count, "&state=" + state + "&reason=" + word);
  }

  CountView trait(long count, RunTrait trait) {
    return runs(count, "&has=" + trait.word());
  }

  CountView sends(long count, SendState... states) {
    String words = Arrays.stream(states).map(SendState::word).collect(Collectors.joining(","));
    return list("sends", count, words.isEmpty() ? "" : "&state=" + words);
  }

  CountView cameBack(long count) {
    return list("sends", count, "&state=sent&bounced=true");
  }

  CountView delivered(long count) {
    return list("sends", count, "&state=sent&bounced=false");
  }

  private CountView runs(long count, String more) {
    return list("enrollments", count, more);
  }

  private CountView list(String resource, long count, String more) {
    String step = stepId == null ? "" : "&stepId=" + stepId;
    String saying = variant == null ? "" : "&variant=" + variant;
    URI href = answers.link(resource + "?campaignId=" + campaignId + step + saying + more);
    return new CountView(count, href);
  }
}
