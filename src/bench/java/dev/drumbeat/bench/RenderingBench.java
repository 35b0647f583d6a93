package dev.drumbeat.bench;

import dev.drumbeat.sequence.Mail;
import dev.drumbeat.sequence.MailTemplates;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.TemplateNames;
import dev.drumbeat.sequence.Timing;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;

/**
 * What the sandbox costs: a mail of 3 KB in two parts, rendered as it is for a lead, against bare
 * Velocity on the same templates, interleaved in one run. {@code RenderingBench} prints the ratio.
 */
public final class RenderingBench {

  private static final int ROUNDS = 300;
  private static final int MAILS = 100;

  private static final String SUBJECT = "${lead.firstName}, about ${issue.summary}";
  private static final String PARAGRAPH =
      "your colleagues at $issue.company asked us about $issue.summary. We have done the same for"
          + " $vars.seats seats elsewhere, and it took #if($vars.seats > 10)three weeks#{else}one"
          + " week#end. Would ${vars.day|'Tuesday'} suit you for a call with $owner.name? ";

  private final MailTemplates templates = new MailTemplates(new TemplateNames(List::of));
  private final RuntimeInstance velocity = new RuntimeInstance();
  private final Step step;
  private final List<Template> bare;
  private final Map<String, Object> values =
      Map.of(
          "lead", Map.of("firstName", "Ada", "name", "Ada Lovelace", "email", "ada@example.org"),
          "issue",
              Map.of("key", "SALES-1", "summary", "A new website", "company", "Hartmann & Sons"),
          "vars", Map.of("seats", 12, "day", "Monday", "parts", List.of("one", "two", "three")),
          "owner", Map.of("name", "Sam Seller"),
          "unsubscribe", Map.of("url", "https://jira.example.com/u/x"));

  private RenderingBench() throws ParseException {
    String text = ("Dear $lead.firstName,\n\n" + PARAGRAPH + "\n\n").repeat(7) + list("- ", "\n");
    String html =
        ("<p>Dear $lead.firstName,</p><p>" + PARAGRAPH + "</p>").repeat(7)
            + list("<li>", "</li>")
            + "<a href=\"$unsubscribe.url\">Unsubscribe</a>";
    velocity.init();
    this.step = new Step(1, 1, new Mail(SUBJECT, html, text, true), Timing.NONE, null);
    this.bare = List.of(parsed(SUBJECT), parsed(html), parsed(text));
  }

  private static String list(String before, String after) {
    return "#foreach($part in $vars.parts)" + before + "$foreach.count. $part" + after + "#end";
  }

  private Template parsed(String text) throws ParseException {
    Template template = new Template();
    template.setRuntimeServices(velocity);
    template.setName("bare");
    template.setData(velocity.parse(new StringReader(text), template));
    template.initDocument();
    return template;
  }

  /** Takes nothing. */
  public static void main(String[] args) throws ParseException {
    new RenderingBench().run();
  }

  private void run() {
    long[] ours = new long[ROUNDS];
    long[] theirs = new long[ROUNDS];
    long characters = 0;
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = System.nanoTime();
      characters = ours();
      long between = System.nanoTime();
      theirs();
      long end = System.nanoTime();
      if (i >= 0) {
        ours[i] = between - start;
        theirs[i] = end - between;
      }
    }
    System.out.printf(
        "mail of %d characters: sandboxed %.1f us, bare Velocity %.1f us, ratio %.2f (goal <= 3)%n",
        characters / MAILS,
        median(ours) / 1e3 / MAILS,
        median(theirs) / 1e3 / MAILS,
        (double) median(ours) / median(theirs));
  }

  private long ours() {
    long characters = 0;
    for (int i = 0; i < MAILS; i++) {
      Rendering rendering = templates.render(step, values, null);
      if (!(rendering instanceof Rendering.Message message)) {
        throw new IllegalStateException(rendering.toString());
      }
      characters += message.text().length() + String.valueOf(message.html()).length();
    }
    return characters;
  }

  private void theirs() {
    for (int i = 0; i < MAILS; i++) {
      for (Template template : bare) {
        StringWriter out = new StringWriter();
        template.merge(new VelocityContext(new HashMap<>(values)), out);
        if (out.getBuffer().length() == 0) {
          throw new IllegalStateException("nothing was rendered");
        }
      }
    }
  }

  private static long median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
