package dev.drumbeat.host.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drumbeat.host.http.LogInFilter;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The host's own test controls below {@code /rest/host/1}: clock, jobs, mail, apps and tokens. Only
 * for tokens of administrators, but for the token that a password buys: a session would do what any
 * page tells the browser.
 */
public final class ControlServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient Controls controls;
  private final transient CurrentUser current;
  private final transient GlobalPermissions permissions;

  public ControlServlet(Controls controls, CurrentUser current, GlobalPermissions permissions) {
    this.controls = controls;
    this.current = current;
    this.permissions = permissions;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply reply = answer(request);
    response.setStatus(reply.status());
    if (reply.body() != null) {
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().write(JSON.writeValueAsString(reply.body()));
    }
  }

  private Reply answer(HttpServletRequest request) throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    String call = request.getMethod() + " " + path;
    try {
      if (call.equals("POST tokens")) {
        return controls.token(json(request));
      }
      if (request.getAttribute(LogInFilter.BY_TOKEN) == null) {
        return error(
            401, "The test controls need Authorization: Bearer with a token from POST tokens.");
      }
      if (!permissions.isAdministrator(current.get())) {
        return error(403, "The test controls are for administrators.");
      }
      return route(call, path, request);
    } catch (JsonProcessingException e) {
      return error(400, "The body is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException | PluginFailure e) {
      return error(400, e.getMessage());
    }
  }

  private Reply route(String call, String path, HttpServletRequest request) throws IOException {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (call.matches("POST jobs/[^/]+/run")) {
      return controls.runJob(path.split("/")[1]);
    }
    if (call.matches("DELETE plugins/[^/]+")) {
      return controls.uninstall(last);
    }
    return switch (call) {
      case "GET clock" -> controls.clock();
      case "POST clock" -> controls.moveClock(json(request));
      case "GET mail/messages" -> controls.messages(required(request, "to"));
      case "POST mail/messages" ->
          controls.deliver(required(request, "to"), request.getInputStream().readAllBytes());
      case "POST mail/outgoing" -> controls.outgoing(json(request));
      case "GET plugins" -> controls.plugins();
      case "POST plugins" -> controls.install(request.getInputStream());
      default -> error(404, "There is no control " + call + ".");
    };
  }

  private static JsonNode json(HttpServletRequest request) throws IOException {
    JsonNode body = JSON.readTree(request.getInputStream());
    if (body == null || !body.isObject()) {
      throw new IllegalArgumentException("The body must be a JSON object.");
    }
    return body;
  }

  private static String required(HttpServletRequest request, String parameter) {
    String value = request.getParameter(parameter);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The parameter " + parameter + " is missing.");
    }
    return value;
  }

  private static Reply error(int status, String message) {
    return new Reply(status, Map.of("errorMessages", List.of(message), "errors", Map.of()));
  }
}
