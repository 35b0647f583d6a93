package dev.drumbeat.web.page;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.annotations.security.XsrfProtectionExcluded;
import dev.drumbeat.log.Fault;
import dev.drumbeat.request.OpenRequests;
import dev.drumbeat.sending.Unsubscribing;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a recipient stops the mails (U5), at {@code /drumbeat/u/<token>}. To look changes nothing,
 * since scanners follow links; to post does it, for people and for mail programs (RFC 8058),
 * without a log-in. Whatever the token is, the answer is the same.
 */
@UnrestrictedAccess
public final class UnsubscribeServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(UnsubscribeServlet.class);

  /** Far more than the form has, or RFC 8058. */
  private static final int LONGEST_BODY = 4_096;

  private final transient Unsubscribing unsubscribing;
  private final transient UnsubscribePage page;
  private final transient OpenRequests requests;

  @Inject
  public UnsubscribeServlet(
      Unsubscribing unsubscribing, UnsubscribePage page, OpenRequests requests) {
    this.unsubscribing = unsubscribing;
    this.page = page;
    this.requests = requests;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    requests.begin();
    try {
      super.service(request, response);
    } finally {
      requests.end();
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response, 200, page.question(request.getLocale(), request.getContextPath()));
  }

  /** Bound to the token instead of a session, so there is nothing to forge. */
  @Override
  @XsrfProtectionExcluded
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getContentLengthLong() > LONGEST_BODY) {
      response.setStatus(413);
      return;
    }
    try {
      unsubscribing.perform(token(request), wantsEverything(request));
    } catch (RuntimeException e) {
      LOG.error("A lead could not unsubscribe and was told to try again", Fault.of(e));
      write(response, 503, page.failed(request.getLocale(), request.getContextPath()));
      return;
    }
    write(response, 200, page.done(request.getLocale(), request.getContextPath()));
  }

  private static String token(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * There are no topics yet, so all campaigns are of one (U2): a mail program stops them all, and
   * people who look at the page may choose to stop the one. Without a length nothing is read.
   */
  private static boolean wantsEverything(HttpServletRequest request) {
    return request.getContentLengthLong() < 0
        || request.getParameter("choice") == null
        || request.getParameter("everything") != null;
  }

  private static void write(HttpServletResponse response, int status, SafeHtml html)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    // The address is the key: it goes to no other site and into no index.
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'");
    response.getWriter().write(html.html());
  }
}
