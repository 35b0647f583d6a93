package dev.drumbeat.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.drumbeat.host.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser on the running host. Whatever a page logs as an error, a refused inline script
 * included, fails the test. Without a browser the test is skipped loudly, and fails where CI is
 * set.
 */
public final class BrowserFixture
    implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private static final int PATIENCE_MILLIS = 20_000;

  private final List<String> errors = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext test) {
    Path chromium = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (chromium == null) {
      Assertions.assertFalse("true".equals(System.getenv("CI")), "no Chromium where CI is set");
      System.err.println("SKIPPED " + test.getDisplayName() + ": install Chromium to run it");
      Assumptions.abort("no Chromium");
    }
    // What is expected has to come; how soon is a matter of the machine.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A page of a user who has logged in through the log-in form. */
  public Page as(Host host, String userName) {
    Page page = page(1280, 800);
    page.navigate(host.url() + "/login.jsp");
    page.locator("[name=os_username]").fill(userName);
    page.locator("[name=os_password]").fill(userName);
    page.locator("[name=os_password]").press("Enter");
    page.waitForURL(url -> !url.contains("login.jsp"));
    return page;
  }

  /** A page of nobody. */
  public Page page(int width, int height) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            errors.add(message.text());
          }
        });
    return page;
  }

  /** Keeps what the page looks like below the build's output, and holds it to accessibility. */
  public void screenshot(Page page, String name) {
    Accessibility.check(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of(System.getProperty("drumbeat.target"), "screenshots", name + ".png")));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    test.getExecutionException().ifPresent(failure -> tellWhatIsShown(test.getDisplayName()));
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    List<String> found = List.copyOf(errors);
    errors.clear();
    Assertions.assertEquals(List.of(), found, "what the browser's console says");
  }

  /** Where nobody saw the page, as in CI, its text is all that tells why. */
  private void tellWhatIsShown(String test) {
    for (BrowserContext context : contexts) {
      for (Page page : context.pages()) {
        System.err.println(test + " failed at " + page.url() + "\n" + shown(page));
      }
    }
  }

  private static String shown(Page page) {
    try {
      return page.locator("body").innerText();
    } catch (PlaywrightException e) {
      return "nothing that can be read: " + e.getMessage();
    }
  }

  @Override
  public void afterAll(ExtensionContext test) {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }
}
