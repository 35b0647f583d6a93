package dev.drumbeat.web;

import dev.drumbeat.request.Problems;
import dev.drumbeat.sending.SendFilter;
import dev.drumbeat.sending.SendState;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which sends a client asks for, not read yet: null is all. */
record SendQuery(
    @Nullable String campaignId,
    @Nullable String enrollmentId,
    @Nullable String mailAccountId,
    @Nullable String state) {

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
            Words.read("state", SendState.class, state, problems),
            null);
    problems.refuse();
    return filter;
  }

  private static @Nullable Long number(String name, @Nullable String text, Problems problems) {
    if (text == null || ID.matcher(text).matches()) {
      return text == null ? null : Long.valueOf(text);
    }
    problems.add(name, "drumbeat.json.expected-whole-number");
    return null;
  }
}
