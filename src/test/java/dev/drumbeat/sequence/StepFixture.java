package dev.drumbeat.sequence;

import dev.drumbeat.time.Delay;
import org.jspecify.annotations.Nullable;

/** A step with sensible defaults; a test says only what matters to it. */
final class StepFixture {

  private long id = Step.NEW;
  private int position = 0;
  private @Nullable String subject = "Hello";
  private @Nullable String html = null;
  private @Nullable String text = "How are you?";
  private boolean newThread = false;

  static StepFixture aStep() {
    return new StepFixture();
  }

  StepFixture stored(long asId, int atPosition) {
    this.id = asId;
    this.position = atPosition;
    return this;
  }

  StepFixture subject(@Nullable String template) {
    this.subject = template;
    return this;
  }

  StepFixture html(@Nullable String template) {
    this.html = template;
    return this;
  }

  StepFixture text(@Nullable String template) {
    this.text = template;
    return this;
  }

  StepFixture inNewThread() {
    this.newThread = true;
    return this;
  }

  Step build() {
    return new Step(
        id,
        position,
        new Mail(subject, html, text, newThread),
        new Timing.After(Delay.days(3)),
        "opener");
  }
}
