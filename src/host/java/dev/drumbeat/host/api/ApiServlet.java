package dev.drumbeat.host.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/**
 * Jira's own REST below {@code /rest/api/2}, for users who are logged in: issues, their comments,
 * search and filters. Only JSON bodies are read, which no form of another site can send.
 */
public final class ApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient CurrentUser current;
  private final transient IssueCalls issues;
  private final transient SearchCalls search;

  public ApiServlet(Tracker tracker, Users users, CurrentUser current) {
    this.current = current;
    this.issues = new IssueCalls(tracker, new FieldsJson(users, tracker.customFields()));
    this.search = new SearchCalls(tracker);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ApiAnswer answer = answer(request);
    response.setStatus(answer.status());
    if (answer.body() != null) {
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().write(JSON.writeValueAsString(answer.body()));
    }
  }

  private ApiAnswer answer(HttpServletRequest request) throws IOException {
    HostUser user = current.get();
    if (user == null) {
      return ApiAnswer.refused(401, "You do not have the permission to see the specified issue.");
    }
    String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    try {
      return route(user, request.getMethod() + " " + path, request);
    } catch (WrongField e) {
      return ApiAnswer.wrong(e.field(), e.getMessage());
    } catch (InvalidFieldException e) {
      return ApiAnswer.wrong(e.field(), e.getMessage());
    } catch (NotAllowedException e) {
      return ApiAnswer.refused(403, e.getMessage());
    } catch (JsonProcessingException e) {
      return ApiAnswer.refused(400, "The body is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return ApiAnswer.refused(400, e.getMessage());
    }
  }

  private ApiAnswer route(HostUser user, String call, HttpServletRequest request)
      throws IOException {
    if (call.matches("(GET|PUT|DELETE) issue/[^/]+")) {
      return issue(user, call.substring(call.lastIndexOf('/') + 1), request);
    }
    if (call.matches("GET issue/[^/]+/comment")) {
      return issues.comments(user, call.split("/")[1]);
    }
    if (call.matches("(GET|DELETE) filter/[0-9]{1,18}")) {
      long id = Long.parseLong(call.substring(call.lastIndexOf('/') + 1));
      return request.getMethod().equals("GET") ? search.filter(user, id) : search.delete(user, id);
    }
    return switch (call) {
      case "POST issue" -> issues.create(user, json(request));
      case "GET search" ->
          search.search(
              user,
              text(request.getParameter("jql")),
              number(request, "startAt", 0),
              number(request, "maxResults", 50));
      case "GET filter/favourite" -> search.filters(user);
      case "POST filter" -> save(user, json(request));
      case "GET myself" -> ApiAnswer.ok(IssueJson.user(user));
      default -> ApiAnswer.refused(404, "This stand-in for Jira has no " + call + ".");
    };
  }

  private ApiAnswer issue(HostUser user, String key, HttpServletRequest request)
      throws IOException {
    return switch (request.getMethod()) {
      case "GET" -> issues.get(user, key);
      case "PUT" -> issues.update(user, key, json(request));
      default -> issues.delete(user, key);
    };
  }

  private ApiAnswer save(HostUser user, JsonNode filter) {
    return search.save(user, filter.path("name").asText(), filter.path("jql").asText());
  }

  private static JsonNode json(HttpServletRequest request) throws IOException {
    String type = text(request.getContentType());
    JsonNode body = type.startsWith("application/json") ? JSON.readTree(request.getReader()) : null;
    if (body == null || !body.isObject()) {
      throw new IllegalArgumentException("The body must be a JSON object, sent as such.");
    }
    return body;
  }

  private static int number(HttpServletRequest request, String parameter, int otherwise) {
    String value = request.getParameter(parameter);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(parameter + " must be a number.");
    }
    return Integer.parseInt(value);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
