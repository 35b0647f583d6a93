package dev.drumbeat.sequence;

import dev.drumbeat.mail.OwnClassLoader;
import dev.drumbeat.request.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Mail templates, which are untrusted input (D9): checked when they are stored, rendered in a
 * sandbox that reaches values, their texts and nothing else, with bounds on work and on length.
 */
public final class MailTemplates {

  private final TemplateNames names;
  private final TemplateCache cache = OwnClassLoader.call(TemplateCache::new);

  public MailTemplates(TemplateNames names) {
    this.names = names;
  }

  /** Notes the first thing that is wrong with a template, with its line and column. */
  public void check(String path, String template, Problems problems) {
    ParsedTemplate parsed = OwnClassLoader.call(() -> cache.get(template));
    Optional<TemplateFault> fault =
        parsed instanceof ParsedTemplate.Accepted accepted
            ? unknownName(accepted)
            : Optional.of(((ParsedTemplate.Refused) parsed).fault());
    fault.ifPresent(found -> problems.add(path, found.reason()));
  }

  private Optional<TemplateFault> unknownName(ParsedTemplate.Accepted accepted) {
    Predicate<String> known = names.known();
    return accepted.mentions().stream()
        .filter(mention -> !known.test(mention.name()))
        .findFirst()
        .map(mention -> unknownName(accepted.source(), mention));
  }

  private TemplateFault unknownName(SourceText source, Mention mention) {
    return names
        .like(mention.name())
        .map(meant -> source.fault(mention.offset(), "misspelt-name", meant))
        .orElseGet(() -> source.fault(mention.offset(), "unknown-name", mention.name()));
  }

  /**
   * Renders a step for one lead. With the subject of a thread a step that begins none answers it;
   * without, the step needs its own subject (H1, H3). Values are text, numbers, booleans, lists and
   * maps of them, by the first part of their names; blank ones count as missing.
   */
  public Rendering render(Step step, Map<String, Object> values, @Nullable String threadSubject) {
    Rendition rendition = new Rendition(cache, new SafeValues(values));
    return OwnClassLoader.call(() -> rendition.render(step, threadSubject));
  }
}
