package dev.drumbeat.log;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the log is about, by ids and always in the same order: {@code campaign=12
 * enrollment=345 account=3}.
 */
public final class About {

  private final Map<Thing, Long> ids = new EnumMap<>(Thing.class);

  private About() {}

  /** What has an id. */
  public enum Thing {
    CAMPAIGN("campaign"),
    ENROLLMENT("enrollment"),
    SEND("send"),
    REPLY("reply"),
    ACCOUNT("account"),
    SEQUENCE("sequence"),
    ISSUE("issue");

    private final String word;

    Thing(String word) {
      this.word = word;
    }
  }

  /** Of the thing with that id. */
  public static About of(Thing thing, long id) {
    return new About().and(thing, id);
  }

  /** Of that as well; null is left out. */
  public About and(Thing thing, @Nullable Long id) {
    if (id != null) {
      ids.put(thing, id);
    }
    return this;
  }

  @Override
  public String toString() {
    return ids.entrySet().stream()
        .map(each -> each.getKey().word + "=" + each.getValue())
        .collect(Collectors.joining(" "));
  }
}
