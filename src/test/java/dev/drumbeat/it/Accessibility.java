package dev.drumbeat.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of axe-core for WCAG 2.1 AA, on a page as it is now. */
final class Accessibility {

  private static final String RULES = script();

  /** One line for each serious fault: the rule, and where. */
  private static final String FAULTS =
      """
      async () => {
        // A colour on its way to another has the contrast of neither.
        await Promise.allSettled(
          document.getAnimations()
              .filter(a => a.effect.getTiming().iterations !== Infinity)
              .map(a => a.finished));
        const found = await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
          resultTypes: ['violations']
        });
        return found.violations
            .filter(v => v.impact === 'serious' || v.impact === 'critical')
            .flatMap(v => v.nodes.map(n => v.id + ' ' + n.target.join(' ') + ' ' + n.failureSummary));
      }""";

  private Accessibility() {}

  /** Fails with every serious fault that there is. */
  static void check(Page page) {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(RULES);
    }
    assertEquals(List.of(), page.evaluate(FAULTS), () -> "accessibility of " + page.url());
  }

  private static String script() {
    try (InputStream in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
