package dev.drumbeat.host.http;

import static com.google.common.html.HtmlEscapers.htmlEscaper;

import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The answer where nothing else answers: a plain page, or JSON below {@code /rest}. What went wrong
 * inside stays in the log.
 */
final class ErrorPage extends ErrorHandler {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><title>%1$s</title></head>
      <body><h1>%1$s</h1><p>%2$s</p></body>
      </html>
      """;

  /** Clients that PUT and DELETE want to read what was wrong, too. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    String title = HttpStatus.getMessage(code);
    String detail = cause != null || code >= 500 || message == null ? title : message;
    boolean rest = Request.getPathInContext(request).startsWith("/rest/");
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, (rest ? "application/json" : "text/html") + ";charset=utf-8");
    String body =
        rest
            ? ErrorBody.of(detail)
            : PAGE.formatted(title, detail.equals(title) ? "" : htmlEscaper().escape(detail));
    Content.Sink.write(response, true, body, callback);
  }
}
