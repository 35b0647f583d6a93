package dev.drumbeat.sequence;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.velocity.Template;

/** A template that was understood, or why it was not. */
sealed interface ParsedTemplate {

  /**
   * It keeps to what mail templates may do. It names these values of the lead, and makes these
   * names from values of the lead.
   */
  record Accepted(
      Template template, String text, List<Mention> mentions, Map<String, List<String>> madeFrom)
      implements ParsedTemplate {

    /** For finding a place again, which is rare. */
    SourceText source() {
      return new SourceText(text);
    }

    /** The values that the template needs, no fallback given, and that are not there. */
    List<String> lacking(Predicate<String> has) {
      return mentions.stream()
          .filter(mention -> !mention.hasFallback() && !has.test(mention.name()))
          .map(Mention::name)
          .distinct()
          .toList();
    }

    /** Says a missing name in those of the lead, where the template made it from them. */
    Stream<String> inNamesOfTheLead(String missing, Predicate<String> has) {
      String root = missing.split("\\.", 2)[0];
      List<String> from =
          madeFrom.getOrDefault(root, List.of()).stream().filter(has.negate()).toList();
      return from.isEmpty() ? Stream.of(missing) : from.stream();
    }
  }

  /** It is refused because of the first thing that is wrong. */
  record Refused(TemplateFault fault) implements ParsedTemplate {}
}
