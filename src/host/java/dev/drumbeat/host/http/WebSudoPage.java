package dev.drumbeat.host.http;

import static com.google.common.base.Strings.nullToEmpty;
import static com.google.common.html.HtmlEscapers.htmlEscaper;

import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Asks an administrator for the password once more; served at {@link WebSudo#PATH}. */
public final class WebSudoPage extends HttpServlet {

  private static final String FORM =
      """
      <form class="aui" id="login-form" action="%s" method="post">
      <p>You want to change the system. Please confirm that you are %s.</p>
      <div class="field-group">
      <label for="login-form-authenticatePassword">Password</label>
      <input class="text" type="password" id="login-form-authenticatePassword"
       name="webSudoPassword" autocomplete="current-password" autofocus/>
      </div>
      <input type="hidden" name="webSudoDestination" value="%s"/>
      <input type="hidden" name="atl_token" value="%s"/>
      <div class="buttons-container"><div class="buttons">
      <input class="aui-button aui-button-primary" type="submit" id="login-form-submit"
       value="Confirm"/>
      </div></div>
      </form>
      """;

  private final transient LogInAddress logIn = new LogInAddress();
  private final transient WebSudo webSudo;
  private final transient Users users;
  private final transient CurrentUser current;
  private final transient GlobalPermissions permissions;
  private final transient XsrfTokens tokens;

  public WebSudoPage(
      WebSudo webSudo,
      Users users,
      CurrentUser current,
      GlobalPermissions permissions,
      XsrfTokens tokens) {
    this.webSudo = webSudo;
    this.users = users;
    this.current = current;
    this.permissions = permissions;
    this.tokens = tokens;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (current.get() == null) {
      response.sendRedirect(logIn.getLoginUri(LocalTarget.here(request)).toString());
    } else if (!permissions.isAdministrator(current.get())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN, "Only administrators may do this.");
    } else {
      super.service(request, response);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    show(request, response, null);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!tokens.validateFormEncodedToken(request)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      show(request, response, "Your session has changed. Please try again.");
    } else if (isRight(nullToEmpty(request.getParameter("webSudoPassword")))) {
      webSudo.confirm(request);
      response.sendRedirect(LocalTarget.of(request.getParameter(WebSudo.DESTINATION)));
    } else {
      show(request, response, "Your password is incorrect - please try again.");
    }
  }

  private boolean isRight(String password) {
    HostUser user = current.get();
    return users.authenticate(user.username(), password).filter(user::equals).isPresent();
  }

  private void show(HttpServletRequest request, HttpServletResponse response, String message)
      throws IOException {
    String destination = nullToEmpty(request.getParameter(WebSudo.DESTINATION));
    FormPage.send(
        response,
        "Administrator access",
        message,
        FORM.formatted(
            HttpServer.CONTEXT_PATH + WebSudo.PATH,
            htmlEscaper().escape(current.get().displayName()),
            htmlEscaper().escape(destination),
            htmlEscaper().escape(tokens.getXsrfToken(request, response, true))));
  }
}
