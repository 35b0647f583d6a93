package dev.drumbeat.web;

import dev.drumbeat.report.Numbers;
import dev.drumbeat.sending.SendState;

/**
 * What became of messages: those that were planned are those that were sent, refused, skipped or
 * are unknown, and those still open. Of the sent ones some came back, and the rest is delivered.
 */
record MessagesView(
    CountView planned,
    CountView sent,
    CountView refused,
    CountView skipped,
    CountView unknown,
    CountView open,
    CountView cameBack,
    CountView delivered) {

  static MessagesView of(Numbers numbers, NumberLinks links) {
    return new MessagesView(
        links.sends(numbers.planned()),
        links.sends(numbers.sent(), SendState.SENT),
        links.sends(numbers.refused(), SendState.REJECTED),
        links.sends(numbers.skipped(), NumberLinks.SKIPPED),
        links.sends(numbers.unknown(), SendState.UNKNOWN),
        links.sends(numbers.openSends(), NumberLinks.OPEN),
        links.cameBack(numbers.cameBack()),
        links.delivered(numbers.delivered()));
  }
}
