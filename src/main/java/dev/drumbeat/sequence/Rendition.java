package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.VelocityException;
import org.jspecify.annotations.Nullable;

/** One rendering of one step for one lead. */
final class Rendition {

  /** More names than that are told in no sentence. */
  private static final int MOST_NAMES = 50;

  private static final int LONGEST_SUBJECT = 1_000;
  private static final int LONGEST_BODY = 1024 * 1024;

  private static final Pattern NOT_ON_A_LINE = Pattern.compile("[\\p{Cntrl}\\s\\u2028\\u2029]+");
  private static final Pattern ANSWER = Pattern.compile("(?i)\\s*re:.*");
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  private final TemplateCache templates;
  private final SafeValues values;
  private final Set<String> missing = new LinkedHashSet<>();

  Rendition(TemplateCache templates, SafeValues values) {
    this.templates = templates;
    this.values = values;
  }

  Rendering render(Step step, @Nullable String threadSubject) {
    try {
      String subject = subject(step, threadSubject);
      String html = body(step.html(), Html::escape);
      String text = body(step.text(), UnaryOperator.identity());
      return missing.isEmpty()
          ? message(subject, html, text)
          : new Rendering.Missing(missing.stream().limit(MOST_NAMES).toList());
    } catch (Unrenderable e) {
      return new Rendering.Broken(e.reason());
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever a template makes the engine do: its mail is not sent, and nobody else's suffers.
      return new Rendering.Broken(Reason.of("drumbeat.render.failed"));
    }
  }

  private static Rendering message(String subject, @Nullable String html, @Nullable String text) {
    if (subject.isEmpty()) {
      throw new Unrenderable(Reason.of("drumbeat.render.empty-subject"));
    }
    String plain = text == null && html != null ? HtmlText.of(html) : text;
    if (plain == null || (plain.isBlank() && (html == null || html.isBlank()))) {
      throw new Unrenderable(Reason.of("drumbeat.render.empty-body"));
    }
    return new Rendering.Message(subject, html, plain);
  }

  private String subject(Step step, @Nullable String threadSubject) {
    if (threadSubject != null && !step.newThread()) {
      return ANSWER.matcher(threadSubject).matches() ? threadSubject : "Re: " + threadSubject;
    }
    if (step.subject() == null) {
      throw new Unrenderable(Reason.of("drumbeat.render.no-subject"));
    }
    String subject = render(step.subject(), UnaryOperator.identity(), LONGEST_SUBJECT);
    return NOT_ON_A_LINE.matcher(subject).replaceAll(" ").strip();
  }

  private @Nullable String body(@Nullable String template, UnaryOperator<String> escape) {
    return template == null ? null : render(template, escape, LONGEST_BODY);
  }

  private String render(String template, UnaryOperator<String> escape, int longest) {
    ParsedTemplate parsed = templates.get(template);
    if (parsed instanceof ParsedTemplate.Accepted accepted) {
      return render(accepted, new Insertion(escape), new BoundedWriter(longest));
    }
    throw new Unrenderable(((ParsedTemplate.Refused) parsed).fault().reason());
  }

  private String render(ParsedTemplate.Accepted parsed, Insertion insertion, BoundedWriter writer) {
    MailContext context = new MailContext(values);
    EventCartridge handlers = new EventCartridge();
    handlers.addReferenceInsertionEventHandler(insertion);
    handlers.attachToContext(context);
    try {
      parsed.template().merge(context, writer);
    } catch (VelocityException e) {
      fail(parsed, e);
    }
    insertion.missing().stream()
        .flatMap(name -> parsed.inNamesOfTheLead(name, values::has))
        .forEach(missing::add);
    return writer.toString();
  }

  /**
   * Strict Velocity fails where something is asked of a value that is not there. That is the lead's
   * lack when there is one, and else the template's fault.
   */
  private void fail(ParsedTemplate.Accepted parsed, VelocityException e) {
    List<String> lacking = parsed.lacking(values::has);
    if (lacking.isEmpty()) {
      throw cause(parsed, e);
    }
    missing.addAll(lacking);
  }

  private static Unrenderable cause(ParsedTemplate.Accepted parsed, VelocityException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof Unrenderable unrenderable) {
        return unrenderable;
      }
    }
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    int offset =
        place.find()
            ? parsed
                .source()
                .offset(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)))
            : 0;
    return new Unrenderable(parsed.source().fault(offset, "failed", "").reason());
  }
}
