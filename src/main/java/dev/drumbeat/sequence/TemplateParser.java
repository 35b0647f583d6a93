package dev.drumbeat.sequence;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.Template;
import org.apache.velocity.exception.ParseErrorException;
import org.apache.velocity.exception.TemplateInitException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** Turns the text of a template into something that can be rendered, or says what is wrong. */
final class TemplateParser {

  /** What takes a block is only noticed at its end, which says nothing to the writer. */
  private static final Pattern FORBIDDEN_BLOCK = Pattern.compile("#\\{?(define|macro|@\\w+)\\b");

  /** A word after a # that brackets follow. */
  private static final Pattern CALL =
      Pattern.compile("#\\{?@?(?!(?:if|elseif|set|foreach)\\b)(\\w+)\\}?\\s*\\(");

  /** A comment without end; a quiet mark in no comment, in no plain text and not escaped. */
  private static final Pattern SWALLOWED =
      Pattern.compile(
          "(?s)#\\[\\[(?:.*?\\]\\]#|.*)|#\\*(?:.*?\\*#|(.*))|##[^\\r\\n]*|\\\\\\$!\\{?[A-Za-z_]|(\\$!)");

  /** More characters than a step can be stored with. */
  static final int LONGEST = 100 * 1024;

  /** Velocity reads each backslash again for every one that follows. */
  private static final String MANY_ESCAPES = "\\".repeat(100);

  private final RuntimeInstance engine = MailEngine.start();

  ParsedTemplate parse(String text) {
    if (text.length() > LONGEST) {
      return refused(new TemplateFault(1, 1, "too-complicated", ""));
    }
    SourceText source = new SourceText(text);
    int slow = text.indexOf(MANY_ESCAPES);
    if (slow >= 0) {
      return refused(source.fault(slow, "too-complicated", ""));
    }
    try {
      return accepted(read(text), source);
    } catch (TemplateRefused e) {
      return refused(e.fault());
    } catch (ParseException e) {
      ParseErrorException place = new ParseErrorException(e, "mail");
      return refused(fault(source, place.getLineNumber(), place.getColumnNumber()));
    } catch (TemplateInitException e) {
      return refused(fault(source, e.getLineNumber(), e.getColumnNumber()));
    } catch (RuntimeException e) {
      return refused(fault(source, 0, 0));
    } catch (StackOverflowError e) {
      // Velocity reads by recursion: brackets in brackets without end.
      return refused(source.fault(0, "too-complicated", ""));
    }
  }

  private Template read(String text) throws ParseException {
    Template template = new Template();
    template.setRuntimeServices(engine);
    template.setName("mail");
    template.setData(engine.parse(new StringReader(text), template));
    template.initDocument();
    return template;
  }

  private static ParsedTemplate refused(TemplateFault fault) {
    return new ParsedTemplate.Refused(fault);
  }

  private static ParsedTemplate accepted(Template template, SourceText source) {
    Places places = new Places(source);
    References references = new References(places);
    new TemplateWalk(places, references).walk((SimpleNode) template.getData());
    mustShowAll(source);
    return new ParsedTemplate.Accepted(
        template,
        source.toString(),
        List.copyOf(references.mentions()),
        Map.copyOf(references.madeFrom()));
  }

  /**
   * Velocity swallows the mark of a quiet value even where no value follows: "only 5$!" would go
   * out without it. So does a comment that never ends with the rest of the mail.
   */
  private static void mustShowAll(SourceText source) {
    Matcher found = SWALLOWED.matcher(source.toString());
    while (found.find()) {
      if (found.group(1) != null) {
        throw new TemplateRefused(source.fault(found.start(), "unreadable", ""));
      }
      if (found.group(2) != null) {
        throw new TemplateRefused(source.fault(found.start(2), "quiet", References.FALLBACK));
      }
    }
  }

  private static TemplateFault fault(SourceText source, int line, int column) {
    Matcher block = FORBIDDEN_BLOCK.matcher(source.toString());
    if (block.find()) {
      return source.fault(block.start(), "directive", block.group(1));
    }
    int offset = source.offset(line, column);
    Matcher call = CALL.matcher(source.toString()).region(offset, source.toString().length());
    return call.lookingAt()
        ? source.fault(offset, "no-directive", call.group(1))
        : source.fault(offset, "unreadable", "");
  }
}
