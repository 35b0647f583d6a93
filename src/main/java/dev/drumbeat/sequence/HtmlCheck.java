package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTML of a template as mail programs will: what they take out is refused, what they do
 * not show as its writer expects is remarked on. A value of a lead may stand wherever a text may,
 * so what begins with one is taken as it is.
 */
final class HtmlCheck {

  private static final int MOST_REMARKS = 20;
  private static final int LONGEST_DETAIL = 60;

  private static final Set<String> TAKEN_OUT =
      Set.of(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "base");

  private static final Pattern HANDLER = Pattern.compile("on[a-z]+");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*+:.*");
  private static final Pattern SCRIPT = Pattern.compile("(?i)(?:javascript|vbscript):.*");
  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** Only one of the parts between such directives goes out. */
  private static final Pattern CHOICE = Pattern.compile("#\\{?(?:if|else|elseif)\\b");

  private final SourceText source;
  private final HtmlTags tags;
  private final List<HtmlRemark> remarks = new ArrayList<>();
  private @Nullable TemplateFault fault = null;
  private int openLink = -1;

  private HtmlCheck(String template) {
    this.source = new SourceText(template);
    this.tags = new HtmlTags(template);
    while (tags.next()) {
      tag();
    }
    if (tags.unfinished() >= 0) {
      remark(tags.unfinished(), "unfinished", "");
    }
    if (openLink >= 0) {
      remark(openLink, "unclosed", "a");
    }
  }

  /** The first thing that no mail program would show or run. */
  static Optional<TemplateFault> fault(String template) {
    return Optional.ofNullable(new HtmlCheck(template).fault);
  }

  /** Everything else that its writer should know, in the order of the text. */
  static List<Reason> remarks(String template) {
    return new HtmlCheck(template).remarks.stream().map(HtmlRemark::reason).toList();
  }

  private void tag() {
    String name = tags.name();
    if (name.equals("a")) {
      link();
    }
    if (tags.isClosing() || name.isEmpty()) {
      return;
    }
    Map<String, String> attributes = tags.attributes();
    refuse(name, attributes);
    switch (name) {
      case "a", "area" -> target(attributes);
      case "img" -> image(attributes);
      default -> {
        // Nothing that leads anywhere.
      }
    }
    if (tags.hasBareValue()) {
      remark(tags.start(), "bare-value", name);
    }
  }

  private void refuse(String name, Map<String, String> attributes) {
    boolean turnsAway = name.equals("meta") && attributes.containsKey("http-equiv");
    boolean refreshes = "refresh".equalsIgnoreCase(attributes.get("http-equiv"));
    if (TAKEN_OUT.contains(name) || (turnsAway && refreshes)) {
      refuse("html-element", name);
    }
    attributes.keySet().stream()
        .filter(attribute -> HANDLER.matcher(attribute).matches())
        .findFirst()
        .ifPresent(handler -> refuse("html-handler", handler));
  }

  private void refuse(String problem, String detail) {
    fault = fault == null ? source.fault(tags.start(), problem, detail) : fault;
  }

  private void link() {
    if (!tags.isClosing() && openLink >= 0 && !isChoice(openLink, tags.start())) {
      remark(openLink, "unclosed", "a");
    }
    openLink = tags.isClosing() ? -1 : tags.start();
  }

  private boolean isChoice(int from, int to) {
    return CHOICE.matcher(source.toString()).region(from, to).find();
  }

  private void target(Map<String, String> attributes) {
    String href = UNSEEN.matcher(attributes.getOrDefault("href", "")).replaceAll("");
    boolean isTarget = attributes.containsKey("name") || attributes.containsKey("id");
    if (href.isEmpty() || href.equals("#")) {
      if (!isTarget) {
        remark(tags.start(), "link-nowhere", "");
      }
    } else if (SCRIPT.matcher(href).matches()) {
      remark(tags.start(), "link-script", shortened(href));
    } else if (!isWhole(href) && !href.startsWith("#")) {
      remark(tags.start(), "link-relative", shortened(href));
    }
  }

  private void image(Map<String, String> attributes) {
    String src = attributes.getOrDefault("src", "").strip();
    if (!attributes.containsKey("alt")) {
      remark(tags.start(), "image-alt", shortened(src));
    }
    if (src.isEmpty()) {
      remark(tags.start(), "image-nowhere", "");
    } else if (src.toLowerCase(Locale.ROOT).startsWith("http:")) {
      remark(tags.start(), "image-http", shortened(src));
    } else if (!isWhole(src)) {
      remark(tags.start(), "image-relative", shortened(src));
    }
  }

  /**
   * Whether it can be followed from anywhere, as far as can be told before the values are there.
   */
  private static boolean isWhole(String address) {
    return SCHEME.matcher(address).matches()
        || address.startsWith("$")
        || CHOICE.matcher(address).lookingAt();
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL
        ? detail
        : detail.substring(0, LONGEST_DETAIL) + "\u2026";
  }

  private void remark(int offset, String problem, String detail) {
    if (remarks.size() < MOST_REMARKS) {
      remarks.add(new HtmlRemark(source.fault(offset, problem, detail)));
    }
  }
}
