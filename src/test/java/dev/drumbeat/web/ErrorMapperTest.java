package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.NotLoggedIn;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorMapperTest {

  private final ErrorMapper mapper = new ErrorMapper(TextsFixture.english(), new Json());

  @ParameterizedTest
  @MethodSource("refusals")
  void what_is_refused_has_the_status_of_the_contract_and_a_sentence(
      Throwable thrown, int status, String sentence) {
    Response answer = mapper.toResponse(thrown);

    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getMediaType()).hasToString("application/json");
    assertThat(answer.getEntity())
        .isEqualTo("{\"errorMessages\":[\"%s\"],\"errors\":{}}".formatted(sentence));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(new NotLoggedIn(), 401, "You are not logged in."),
        Arguments.of(
            new NotAllowed(Right.ADMINISTER),
            403,
            "You lack the right “Administer Jira”. Ask an administrator."),
        Arguments.of(
            new NotFound(Reason.of("drumbeat.account.not-found", "1234")),
            404,
            "There is no mail account 1234."),
        Arguments.of(
            Conflict.stale(3),
            409,
            "Somebody else changed this in the meantime: it is at version 3 now."
                + " Read it again and repeat your change."),
        Arguments.of(new TooLarge(256 * 1024), 413, "The body is longer than 256 KiB."),
        Arguments.of(new NotFoundException(), 404, "There is nothing at this address."),
        Arguments.of(
            new NotAllowedException("GET"), 405, "This method is not possible at this address."),
        Arguments.of(new NotSupportedException(), 415, "The body must be application/json."),
        Arguments.of(new NotAuthorizedException("Bearer"), 401, "You are not logged in."),
        Arguments.of(
            new ForbiddenException(), 403, "You lack the right for this. Ask an administrator."),
        Arguments.of(new ForbiddenException("XSRF check failed"), 403, "XSRF check failed"),
        Arguments.of(new BadRequestException(), 400, "The request was refused with status 400."));
  }

  @Test
  void wrong_fields_stand_beside_messages_about_the_whole() {
    Problems problems = new Problems();
    problems.add("smtp.port", "drumbeat.invalid.range", "1", "65535");
    problems.add("", "drumbeat.json.trailing");

    Response answer = mapper.toResponse(problems.refusal());

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getEntity())
        .isEqualTo(
            "{\"errorMessages\":[\"There is something after the end of the JSON object.\"],"
                + "\"errors\":{\"smtp.port\":\"Must be between 1 and 65535.\"}}");
  }

  @Test
  void a_refusal_is_told_in_the_readers_language() {
    ErrorMapper german = new ErrorMapper(TextsFixture.german(), new Json());

    assertThat(german.toResponse(new NotAllowed(Right.ADMINISTER)).getEntity().toString())
        .contains("Ihnen fehlt das Recht „Jira verwalten“");
  }

  @Test
  void nothing_of_what_nobody_expected_goes_out_but_its_number() {
    Response answer = mapper.toResponse(new IllegalStateException("password=hunter2"));

    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getEntity().toString())
        .containsPattern("incident [0-9a-f-]{36}")
        .doesNotContain("hunter2", "IllegalState", "at dev.drumbeat");
  }

  @Test
  void headers_that_belong_to_a_status_stay() {
    assertThat(mapper.toResponse(new NotAuthorizedException("Bearer")).getHeaders())
        .containsKey("WWW-Authenticate");
    assertThat(mapper.toResponse(new NotAllowedException("GET")).getHeaders()).containsKey("Allow");
  }

  @Test
  void an_answer_that_is_complete_stays_as_it_is() {
    Response own = Response.status(403).entity("of the host").build();

    assertThat(mapper.toResponse(new WebApplicationException(own))).isSameAs(own);
  }
}
