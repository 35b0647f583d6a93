package dev.drumbeat.web;

import dev.drumbeat.request.Problems;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.SendFilter.Fate;
import dev.drumbeat.sending.SendState;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which sends a client asks for, not read yet: null is all. */
record SendQuery(
    @Nullable String campaignId,
    @Nullable String enrollmentId,
    @Nullable String mailAccountId,
    @Nullable String stepId,
    @Nullable String variant,
    @Nullable String state,
    @Nullable String bounced) {

  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  /** Refuses, naming every parameter that is wrong. */
  SendFilter filter() {
    Problems problems = new Problems();
    SendFilter filter =
        new SendFilter(
            number("campaignId", campaignId, problems),
            number("mailAccountId", mailAccountId, problems),
            null,
            number("enrollmentId", enrollmentId, problems),
            number("stepId", stepId, problems),
            variant,
            states(problems),
            fate(problems),
            null);
    problems.refuse();
    return filter;
  }

  /** One state, or several with commas between. */
  private Set<SendState> states(Problems problems) {
    Set<SendState> states = EnumSet.noneOf(SendState.class);
    for (String word : state == null ? new String[0] : state.split(",", -1)) {
      SendState read = Words.read("state", SendState.class, word, problems);
      if (read != null) {
        states.add(read);
      }
    }
    return states;
  }

  private @Nullable Fate fate(Problems problems) {
    if (bounced != null && !bounced.equals("true") && !bounced.equals("false")) {
      problems.add("bounced", "drumbeat.json.expected-boolean");
    }
    if (bounced == null) {
      return null;
    }
    return bounced.equals("true") ? Fate.BOUNCED : Fate.NOT_BOUNCED;
  }

  private static @Nullable Long number(String name, @Nullable String text, Problems problems) {
    if (text == null || ID.matcher(text).matches()) {
      return text == null ? null : Long.valueOf(text);
    }
    problems.add(name, "drumbeat.json.expected-whole-number");
    return null;
  }
}
