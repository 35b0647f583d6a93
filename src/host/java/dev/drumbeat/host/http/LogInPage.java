package dev.drumbeat.host.http;

import static com.google.common.base.Strings.nullToEmpty;
import static com.google.common.html.HtmlEscapers.htmlEscaper;

import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /login.jsp}: the names of its fields and elements are Jira's. */
public final class LogInPage extends HttpServlet {

  private static final String FORM =
      """
      <form class="aui" id="login-form" action="%s/login.jsp" method="post">
      <div class="field-group">
      <label for="login-form-username">Username</label>
      <input class="text" type="text" id="login-form-username" name="os_username" value="%s"
       autocomplete="username" autofocus/>
      </div>
      <div class="field-group">
      <label for="login-form-password">Password</label>
      <input class="text" type="password" id="login-form-password" name="os_password"
       autocomplete="current-password"/>
      </div>
      <input type="hidden" name="os_destination" value="%s"/>
      <div class="buttons-container"><div class="buttons">
      <input class="aui-button aui-button-primary" type="submit" id="login-form-submit" name="login"
       value="Log in"/>
      </div></div>
      </form>
      """;

  private final transient Users users;

  public LogInPage(Users users) {
    this.users = users;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response, null);
  }

  /** A page of another site may not log its visitors in as somebody else. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Origins.areForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "This form belongs to another site.");
      return;
    }
    String name = nullToEmpty(request.getParameter("os_username"));
    String password = nullToEmpty(request.getParameter("os_password"));
    Optional<HostUser> user = users.authenticate(name, password);
    if (user.isEmpty()) {
      response.setHeader("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
      show(
          request, response, "Sorry, your username and password are incorrect - please try again.");
      return;
    }
    BrowserSession.start(request, user.get());
    response.sendRedirect(LocalTarget.of(request.getParameter("os_destination")));
  }

  private static void show(HttpServletRequest request, HttpServletResponse response, String message)
      throws IOException {
    String name = nullToEmpty(request.getParameter("os_username"));
    String destination = nullToEmpty(request.getParameter("os_destination"));
    FormPage.send(
        response,
        "Log in",
        message,
        FORM.formatted(
            HttpServer.CONTEXT_PATH,
            htmlEscaper().escape(name),
            htmlEscaper().escape(destination)));
  }
}
