package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.PluginModule;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the resources of one module throw, unless the app maps it itself. What nobody
 * expected goes to the log, not to the client.
 */
@Priority(Priorities.USER + 1000)
final class RestErrors implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(RestErrors.class);

  private final PluginModule module;

  RestErrors(PluginModule module) {
    this.module = module;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Response answer =
        thrown instanceof WebApplicationException e
            ? answerOf(e)
            : explained(Response.serverError(), "Internal Server Error");
    if (answer.getStatus() >= 500) {
      LOG.error("Module {} of app {} failed", module.key(), module.pluginKey(), thrown);
    }
    return answer;
  }

  /** Keeps the headers that belong to the status, such as Allow. */
  private static Response answerOf(WebApplicationException e) {
    Response own = e.getResponse();
    return own.hasEntity() ? own : explained(Response.fromResponse(own), e.getMessage());
  }

  private static Response explained(Response.ResponseBuilder answer, String message) {
    return answer
        .type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
        .entity(ErrorBody.of(message))
        .build();
  }
}
