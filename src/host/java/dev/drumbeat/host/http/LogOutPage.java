package dev.drumbeat.host.http;

import static com.google.common.html.HtmlEscapers.htmlEscaper;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /logout}: at once for a POST or a link that carries the token, else it asks. */
public final class LogOutPage extends HttpServlet {

  private static final String FORM =
      """
      <form class="aui" action="%s/logout" method="post">
      <p>Do you want to log out?</p>
      <input type="hidden" name="atl_token" value="%s"/>
      <div class="buttons-container"><div class="buttons">
      <input class="aui-button aui-button-primary" type="submit" id="confirm-logout-submit"
       value="Log out"/>
      </div></div>
      </form>
      """;

  private final transient XsrfTokens tokens;

  public LogOutPage(XsrfTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (tokens.validateFormEncodedToken(request)) {
      logOut(request, response);
      return;
    }
    String token = htmlEscaper().escape(tokens.getXsrfToken(request, response, true));
    FormPage.send(response, "Log out", null, FORM.formatted(HttpServer.CONTEXT_PATH, token));
  }

  /**
   * The session's cookie does not come along when another site posts; its origin is checked too.
   */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Origins.areForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "This form belongs to another site.");
      return;
    }
    logOut(request, response);
  }

  private static void logOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    BrowserSession.end(request);
    response.sendRedirect(HttpServer.CONTEXT_PATH + "/login.jsp");
  }
}
