package dev.drumbeat.host.http;

import static com.google.common.html.HtmlEscapers.htmlEscaper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The pages of the host that ask who somebody is: one AUI form in the general decorator. */
final class FormPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <title>%1$s</title>
      <meta name="decorator" content="atl.general"/>
      </head>
      <body>
      <header class="aui-page-header"><div class="aui-page-header-inner">
      <div class="aui-page-header-main"><h1>%1$s</h1></div>
      </div></header>
      <div class="aui-page-panel"><div class="aui-page-panel-inner">
      <main class="aui-page-panel-content">
      %2$s%3$s</main>
      </div></div>
      </body>
      </html>
      """;

  private static final String MESSAGE =
      """
      <div class="aui-message aui-message-error" role="alert"><p>%s</p></div>
      """;

  private FormPage() {}

  /**
   * Writes the page; it is never cached.
   *
   * @param title plain text
   * @param message plain text; null when nothing went wrong
   * @param form HTML whose values are escaped already
   */
  static void send(HttpServletResponse response, String title, String message, String form)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    String error = message == null ? "" : MESSAGE.formatted(htmlEscaper().escape(message));
    response.getWriter().write(PAGE.formatted(title, error, form));
  }
}
