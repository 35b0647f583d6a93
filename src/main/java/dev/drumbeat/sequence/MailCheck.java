package dev.drumbeat.sequence;

import dev.drumbeat.request.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a draft of a step says into a mail and notes every problem below a path. */
final class MailCheck {

  private static final int MOST_KILOBYTES = 100;
  private static final int FEWEST_VARIANTS = 2;
  private static final int MOST_VARIANTS = 5;
  private static final Pattern ID = Pattern.compile("[a-z0-9]{1,20}");
  private static final int LENGTH_OF_ID = 8;

  private final Problems problems;
  private final Texts texts;
  private final MailTemplates templates;

  MailCheck(Problems problems, MailTemplates templates) {
    this.problems = problems;
    this.texts = new Texts(problems);
    this.templates = templates;
  }

  /**
   * The mail of that step; the first of all cannot answer anything. What the step says itself is
   * its first variant, so of the two the one that was changed counts. A draft that does not speak
   * of variants keeps those that are stored, so that a client that does not know of them loses
   * none.
   */
  Mail check(String path, StepDraft draft, @Nullable Step stored, boolean first) {
    boolean newThread = newThread(path + "thread", draft.thread());
    boolean needsSubject = first || newThread;
    List<VariantDraft> variants = draft.variants();
    if (variants != null && !variants.isEmpty()) {
      return mail(variants(path, changed(draft, variants, stored), needsSubject), newThread);
    }
    Mail own = own(path, draft, newThread, needsSubject);
    List<Variant> kept = stored == null || variants != null ? List.of() : stored.mail().variants();
    return kept.isEmpty() ? own : mail(withFirst(kept, own), newThread);
  }

  /** Notes what is wrong by now with a mail that is stored. */
  void again(String path, Mail mail, boolean first) {
    boolean needsSubject = first || mail.newThread();
    again(path, new Variant("", "", 0, mail.subject(), mail.html(), mail.text()), needsSubject);
    for (int i = 0; i < mail.variants().size(); i++) {
      again(path + "variants[" + i + "].", mail.variants().get(i), needsSubject);
    }
  }

  private void again(String path, Variant said, boolean needsSubject) {
    subject(path + "subject", said.subject(), needsSubject);
    body(path + "html", said.html());
    body(path + "text", said.text());
  }

  private Mail own(String path, StepDraft draft, boolean newThread, boolean needsSubject) {
    String html = body(path + "html", draft.html());
    String text = body(path + "text", draft.text());
    bodies(path, draft.html(), draft.text());
    String subject = subject(path + "subject", draft.subject(), needsSubject);
    return new Mail(subject, html, text, newThread);
  }

  private static List<VariantDraft> changed(
      StepDraft draft, List<VariantDraft> variants, @Nullable Step stored) {
    boolean saysNothing = draft.subject() == null && draft.html() == null && draft.text() == null;
    VariantDraft first = variants.get(0);
    if (saysNothing || (stored != null && !isUnchanged(first, stored.mail().variants()))) {
      return variants;
    }
    List<VariantDraft> all = new ArrayList<>(variants);
    all.set(
        0,
        new VariantDraft(
            first.id(),
            first.label(),
            first.weight(),
            draft.subject(),
            draft.html(),
            draft.text()));
    return all;
  }

  private static boolean isUnchanged(VariantDraft first, List<Variant> stored) {
    return !stored.isEmpty()
        && stored.get(0).id().equals(first.id())
        && Objects.equals(stored.get(0).subject(), first.subject())
        && Objects.equals(stored.get(0).html(), first.html())
        && Objects.equals(stored.get(0).text(), first.text());
  }

  private static Mail mail(List<Variant> variants, boolean newThread) {
    Variant first = variants.get(0);
    return new Mail(first.subject(), first.html(), first.text(), newThread, variants);
  }

  private static List<Variant> withFirst(List<Variant> variants, Mail own) {
    List<Variant> changed = new ArrayList<>(variants);
    Variant first = variants.get(0);
    changed.set(
        0,
        new Variant(
            first.id(), first.label(), first.weight(), own.subject(), own.html(), own.text()));
    return changed;
  }

  private List<Variant> variants(String path, List<VariantDraft> drafts, boolean needsSubject) {
    if (drafts.size() < FEWEST_VARIANTS || drafts.size() > MOST_VARIANTS) {
      problems.add(
          path + "variants",
          "drumbeat.variant.count",
          drafts.size(),
          FEWEST_VARIANTS,
          MOST_VARIANTS);
    }
    List<Variant> variants = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < Math.min(drafts.size(), MOST_VARIANTS); i++) {
      String place = path + "variants[" + i + "].";
      Variant variant = variant(place, drafts.get(i), needsSubject);
      if (!ids.add(variant.id())) {
        problems.add(place + "id", "drumbeat.variant.twice", variant.id());
      }
      if (!labels.add(variant.label()) && !variant.label().isEmpty()) {
        problems.add(place + "label", "drumbeat.variant.twice", variant.label());
      }
      variants.add(variant);
    }
    if (variants.stream().allMatch(variant -> variant.weight() == 0)) {
      problems.add(path + "variants", "drumbeat.variant.no-weight");
    }
    return variants;
  }

  private Variant variant(String path, VariantDraft draft, boolean needsSubject) {
    bodies(path, draft.html(), draft.text());
    return new Variant(
        id(path + "id", draft.id()),
        texts.required(path + "label", draft.label(), VariantDraft.LONGEST_LABEL),
        weight(path + "weight", draft.weight()),
        subject(path + "subject", draft.subject(), needsSubject),
        body(path + "html", draft.html()),
        body(path + "text", draft.text()));
  }

  private String id(String field, @Nullable String id) {
    if (id == null) {
      return UUID.randomUUID().toString().substring(0, LENGTH_OF_ID);
    }
    if (!ID.matcher(id).matches()) {
      problems.add(field, "drumbeat.variant.id");
    }
    return id;
  }

  private int weight(String field, @Nullable Integer weight) {
    if (weight == null) {
      problems.add(field, "drumbeat.invalid.required");
    } else if (weight < 0 || weight > VariantDraft.MOST_WEIGHT) {
      problems.add(
          field, "drumbeat.invalid.range", "0", Integer.toString(VariantDraft.MOST_WEIGHT));
    }
    return weight == null ? 1 : weight;
  }

  private boolean newThread(String field, @Nullable String word) {
    if (word != null && !word.equals("same") && !word.equals("new")) {
      problems.add(field, "drumbeat.invalid.word", word, "same, new");
    }
    return "new".equals(word);
  }

  private @Nullable String subject(String field, @Nullable String template, boolean needed) {
    String subject = texts.optional(field, template, StepDraft.LONGEST_SUBJECT);
    if (subject != null) {
      templates.check(field, subject, problems);
    } else if (needed) {
      problems.add(field, "drumbeat.step.no-subject");
    }
    return subject;
  }

  /** Notes a problem when there is neither of the two, and what mail programs take out of HTML. */
  private void bodies(String path, @Nullable String html, @Nullable String text) {
    if ((html == null || html.isBlank()) && (text == null || text.isBlank())) {
      problems.add(path + "html", "drumbeat.step.no-body");
    }
    if (html != null && html.length() <= MOST_KILOBYTES * 1024) {
      HtmlCheck.fault(html).ifPresent(found -> problems.add(path + "html", found.reason()));
    }
  }

  private @Nullable String body(String field, @Nullable String template) {
    if (template == null || template.isBlank()) {
      return null;
    }
    if (template.getBytes(StandardCharsets.UTF_8).length > MOST_KILOBYTES * 1024) {
      problems.add(field, "drumbeat.template.too-large", MOST_KILOBYTES);
    } else if (texts.isPrintable(field, template)) {
      templates.check(field, template, problems);
    }
    return template;
  }
}
