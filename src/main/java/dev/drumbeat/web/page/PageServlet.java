package dev.drumbeat.web.page;

import static java.util.stream.Collectors.toMap;

import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.OpenRequests;
import dev.drumbeat.request.Refusal;
import dev.drumbeat.web.Actors;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Everything below {@code /plugins/servlet/drumbeat} that needs a log-in. Pages only show; what
 * they change goes through REST.
 */
@LicensedOnly
public final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final String START = "/campaigns";

  private final transient Actors actors;
  private final transient Pages pages;
  private final transient LoginUriProvider login;
  private final transient WebSudoManager webSudo;
  private final transient OpenRequests requests;

  @Inject
  public PageServlet(
      Actors actors,
      Pages pages,
      LoginUriProvider login,
      WebSudoManager webSudo,
      OpenRequests requests) {
    this.actors = actors;
    this.pages = pages;
    this.login = login;
    this.webSudo = webSudo;
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
    Optional<Actor> actor = actors.find();
    if (actor.isEmpty()) {
      response.sendRedirect(login.getLoginUri(here(request)).toString());
      return;
    }
    String path = request.getPathInfo();
    if (path == null || path.equals("/")) {
      response.sendRedirect(request.getContextPath() + request.getServletPath() + START);
      return;
    }
    show(request, response, actor.get(), path);
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, Actor actor, String path)
      throws IOException {
    Optional<Pages.Found> found = pages.at(path);
    if (found.isEmpty()) {
      write(response, 404, pages.missing());
    } else if (!found.get().isFor(actor)) {
      write(response, 403, pages.refused(found.get().page()));
    } else if (!found.get().isOfAdministration() || mayAdminister(request, response)) {
      draw(response, found.get(), new PageRequest(actor, found.get().id(), query(request)));
    }
  }

  private void draw(HttpServletResponse response, Pages.Found found, PageRequest request)
      throws IOException {
    try {
      write(response, 200, pages.render(found.page(), request));
    } catch (Refusal refusal) {
      int status = refusal instanceof NotFound ? 404 : 403;
      write(response, status, pages.refused(found.page(), refusal));
    }
  }

  /** Administrators type their password once more; false when they were sent to do so. */
  private boolean mayAdminister(HttpServletRequest request, HttpServletResponse response) {
    try {
      webSudo.willExecuteWebSudoRequest(request);
      return true;
    } catch (WebSudoSessionException e) {
      webSudo.enforceWebSudoProtection(request, response);
      return false;
    }
  }

  /** The first of each name. */
  private static Map<String, String> query(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, e -> e.getValue()[0]));
  }

  private static URI here(HttpServletRequest request) {
    String query = request.getQueryString();
    return URI.create(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  private static void write(HttpServletResponse response, int status, SafeHtml html)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(html.html());
  }
}
