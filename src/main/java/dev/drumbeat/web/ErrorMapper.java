package dev.drumbeat.web;

import dev.drumbeat.log.Fault;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.NotLoggedIn;
import dev.drumbeat.request.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a resource throws into the contract's body: {@code errorMessages} and {@code
 * errors} by field. What nobody expected is logged under an incident number, and the number is all
 * that goes out.
 */
@Provider
public final class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

  private final Texts texts;
  private final Json json;

  @Inject
  public ErrorMapper(Texts texts, Json json) {
    this.texts = texts;
    this.json = json;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof InvalidInput invalid) {
      return invalid(invalid);
    }
    if (thrown instanceof Refusal refusal) {
      return answer(status(refusal), texts.of(refusal.reason()));
    }
    if (thrown instanceof TooLarge tooLarge) {
      return answer(413, texts.of("drumbeat.http.413", tooLarge.kibibytes()));
    }
    if (thrown instanceof WebApplicationException http) {
      return http(http);
    }
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {}: a request failed", incident, Fault.of(thrown));
    return answer(500, texts.of("drumbeat.http.500", incident));
  }

  private static int status(Refusal refusal) {
    if (refusal instanceof NotLoggedIn) {
      return 401;
    }
    if (refusal instanceof NotAllowed) {
      return 403;
    }
    if (refusal instanceof NotFound) {
      return 404;
    }
    return refusal instanceof Conflict ? 409 : 400;
  }

  private Response invalid(InvalidInput invalid) {
    List<String> messages = new ArrayList<>();
    Map<String, String> errors = new LinkedHashMap<>();
    for (InvalidInput.Problem problem : invalid.problems()) {
      if (problem.field().isEmpty()) {
        messages.add(texts.of(problem.reason()));
      } else {
        errors.put(problem.field(), texts.of(problem.reason()));
      }
    }
    return answer(400, new Body(messages, errors));
  }

  /** What the REST engine or the host refuses: who asks, a path, a method, a content type. */
  private Response http(WebApplicationException thrown) {
    Response refused = thrown.getResponse();
    if (refused.getStatus() < 400 || refused.hasEntity()) {
      return refused;
    }
    return Response.fromResponse(refused)
        .type(MediaType.APPLICATION_JSON)
        .entity(json.print(new Body(List.of(message(thrown)), Map.of())))
        .build();
  }

  private String message(WebApplicationException thrown) {
    int status = thrown.getResponse().getStatus();
    return switch (status) {
      case 401 -> texts.of("drumbeat.refused.not-logged-in");
      case 403 -> ofHost(thrown).orElseGet(() -> texts.of("drumbeat.http.403"));
      case 404 -> texts.of("drumbeat.http.404");
      case 405 -> texts.of("drumbeat.http.405");
      case 406 -> texts.of("drumbeat.http.406");
      case 415 -> texts.of("drumbeat.http.415");
      default -> texts.of("drumbeat.http.other", Integer.toString(status));
    };
  }

  /** A host that forbids a call says more than its status, for example that a token is forged. */
  private static Optional<String> ofHost(WebApplicationException thrown) {
    return Optional.ofNullable(thrown.getMessage()).filter(m -> !m.startsWith("HTTP "));
  }

  private Response answer(int status, String message) {
    return answer(status, new Body(List.of(message), Map.of()));
  }

  private Response answer(int status, Body body) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON)
        .entity(json.print(body))
        .build();
  }

  /** The contract's error body. */
  record Body(List<String> errorMessages, Map<String, String> errors) {}
}
