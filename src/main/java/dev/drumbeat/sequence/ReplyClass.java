package dev.drumbeat.sequence;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an answer may be that a condition asks for (§12.2); the classes of answers themselves. */
public enum ReplyClass {
  HUMAN("human"),
  UNSUBSCRIBE("unsubscribe"),
  OUT_OF_OFFICE("outOfOffice"),
  LEFT_COMPANY("leftCompany"),
  AUTO_REPLY("autoReply"),
  BOUNCE("bounce"),
  DELAY("delay"),
  COMPLAINT("complaint"),
  READ_RECEIPT("readReceipt"),
  NOTICE("notice");

  private final String word;

  ReplyClass(String word) {
    this.word = word;
  }

  /** The word of REST. */
  public String word() {
    return word;
  }

  /** Finds the class by its word. */
  static Optional<ReplyClass> of(String word) {
    return Stream.of(values()).filter(c -> c.word.equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(ReplyClass::word).collect(Collectors.joining(", "));
  }
}
