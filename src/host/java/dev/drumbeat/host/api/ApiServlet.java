package dev.drumbeat.host.api;

import dev.drumbeat.host.api.Routes.Route;
import dev.drumbeat.host.http.LogInFilter;
import dev.drumbeat.host.http.Origins;
import dev.drumbeat.host.issue.InvalidFieldException;
import dev.drumbeat.host.issue.NotAllowedException;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Users;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jira's own REST below {@code /rest/api/2}, as far as a stock client needs it to create and find
 * issues and to read comments. After the reference of Jira Data Center 11
 * (developer.atlassian.com/server/jira/platform/rest/v11003).
 */
public final class ApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient CurrentUser current;
  private final transient Routes routes = new Routes();

  public ApiServlet(Tracker tracker, Users users, CurrentUser current) {
    this.current = current;
    FieldsJson fields = new FieldsJson(users, tracker.customFields());
    new IssueCalls(tracker, fields).addTo(routes);
    new CommentCalls(tracker).addTo(routes);
    new TransitionCalls(tracker).addTo(routes);
    new SearchCalls(tracker).addTo(routes);
    new FilterCalls(tracker.filters()).addTo(routes);
    new ProjectCalls(tracker).addTo(routes);
    new FieldCalls(tracker).addTo(routes);
    new ServerCalls(users).addTo(routes);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HostUser user = current.get();
    response.setHeader("X-AUSERNAME", user == null ? "anonymous" : Links.encoded(user.username()));
    response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
    ApiAnswer answer = answer(request, response);
    response.setStatus(answer.status());
    if (answer.body() != null) {
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().write(Json.MAPPER.writeValueAsString(answer.body()));
    }
  }

  private ApiAnswer answer(HttpServletRequest request, HttpServletResponse response) {
    // As below Jira's REST, a slash at the end makes no difference.
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    String path = info.replaceAll("^/|/$", "");
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    Optional<Route> route = routes.find(method, path);
    if (route.isPresent()) {
      return answer(route.get(), path, request);
    }
    List<String> methods = routes.methods(path);
    if (methods.isEmpty()) {
      return ApiAnswer.failed(404, "HTTP 404 Not Found: the embedded host has no " + path);
    }
    response.setHeader("Allow", String.join(",", methods));
    return ApiAnswer.failed(405, "HTTP 405 Method Not Allowed");
  }

  private ApiAnswer answer(Route route, String path, HttpServletRequest request) {
    if (current.get() == null && !route.anonymously()) {
      return ApiAnswer.failed(401, "Client must be authenticated to access this resource.");
    }
    if (isForeign(request)) {
      return ApiAnswer.refused(403, "XSRF check failed");
    }
    List<String> parts = route.parts(path).orElseThrow();
    try {
      return route.answer().apply(new Call(current.get(), request, Links.of(request), parts));
    } catch (Refusal e) {
      return e.answer();
    } catch (InvalidFieldException e) {
      return ApiAnswer.wrong(Map.of(e.field(), e.getMessage()));
    } catch (NotAllowedException e) {
      return ApiAnswer.refused(403, e.getMessage());
    }
  }

  /** A page of another site may not act with the session of who looks at it. */
  private static boolean isForeign(HttpServletRequest request) {
    return !request.getMethod().equals("GET")
        && request.getAttribute(LogInFilter.BY_TOKEN) == null
        && Origins.areForeign(request);
  }
}
