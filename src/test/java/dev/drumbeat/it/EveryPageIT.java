package dev.drumbeat.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each page: on wide and narrow screens, light and dark, for every reader. */
class EveryPageIT {

  @RegisterExtension static final BrowserFixture browser = new BrowserFixture();

  private static final String BASE = "/plugins/servlet/drumbeat/";

  private final Outreach outreach = Outreach.get();

  @ParameterizedTest
  @ValueSource(
      strings = {"campaigns", "accounts", "leads", "leads?view=suppressions", "status", "settings"})
  void nothing_is_cut_off_and_nobody_is_left_out(String name) {
    Page page = browser.as(outreach.host, "admin");
    page.navigate(outreach.host.url() + BASE + name);

    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .isVisible();
    for (int width : new int[] {1280, 800}) {
      page.setViewportSize(width, 800);
      browser.screenshot(page, "page-" + file(name) + "-" + width);
      assertEquals(
          width, page.evaluate("document.documentElement.scrollWidth"), "at " + width + " px");
    }
    // A colour that is still changing has the contrast of neither theme.
    page.route(page.url(), EveryPageIT::darken);
    page.reload();
    browser.screenshot(page, "page-" + file(name) + "-dark");
  }

  /** The page as a reader sees it whose theme is dark. */
  static void darken(Route route) {
    APIResponse page = route.fetch();
    String dark = "<html data-color-mode='dark' data-theme='dark:dark' ";
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(page)
            .setBody(page.text().replaceFirst("<html ", dark)));
  }

  private static String file(String name) {
    return name.replaceAll("\\W+", "-");
  }

  @Test
  void a_fault_would_be_noticed() {
    Page page = browser.page(800, 600);
    page.setContent("<html lang=en><title>t</title><img src='data:,'><input></html>");

    assertThrows(AssertionError.class, () -> Accessibility.check(page));
  }
}
