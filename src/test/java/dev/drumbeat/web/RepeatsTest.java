package dev.drumbeat.web;

import static dev.drumbeat.request.ActorFixture.aVisitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class RepeatsTest {

  private final HostClock clock = HostClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
  private final Database database = Databases.scratch();
  private final Repeats repeats = repeats();
  private int created;

  private Repeats repeats() {
    TableSpace.open(database, Table.NAMESPACE, List.of(RepeatRow.class));
    return new Repeats(new Sql(new HostTransactions(database)), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_same_key_gets_the_first_answer_again() {
    Response first = create("a", "{}");
    Response again = create("a", "{}");

    assertThat(created).isEqualTo(1);
    assertThat(again.getStatus()).isEqualTo(201);
    assertThat(again.getEntity()).isEqualTo(first.getEntity());
    assertThat(again.getHeaderString("Location")).isEqualTo("http://localhost/things/1");
  }

  @Test
  void another_key_and_no_key_do_it_again() {
    create("a", "{}");
    create("b", "{}");
    create(null, "{}");
    create(null, "{}");

    assertThat(created).isEqualTo(4);
  }

  @Test
  void a_key_belongs_to_one_place() {
    create("a", "{}");
    repeats.once(aVisitor(), "others", "a", stream("{}"), in -> created());

    assertThat(created).isEqualTo(2);
  }

  @Test
  void the_same_key_with_another_body_is_a_conflict() {
    create("a", "{}");

    assertThatThrownBy(() -> create("a", "{ }")).isInstanceOf(Conflict.class);
  }

  @Test
  void a_key_is_forgotten_after_a_day() {
    create("a", "{}");
    clock.advance(Duration.ofHours(24).plusMillis(1));
    create("a", "{}");

    assertThat(created).isEqualTo(2);
  }

  @Test
  void what_was_refused_may_be_tried_again() {
    assertThatThrownBy(() -> repeats.once(aVisitor(), "things", "a", stream("{}"), in -> refused()))
        .isInstanceOf(Conflict.class);
    create("a", "{}");

    assertThat(created).isEqualTo(1);
  }

  @Test
  void the_second_of_two_at_once_is_told_to_wait() {
    assertThatThrownBy(
            () -> repeats.once(aVisitor(), "things", "a", stream("{}"), in -> create("a", "{}")))
        .isInstanceOf(Conflict.class);
    assertThat(created).isZero();
  }

  @Test
  void a_key_that_is_none_is_refused_by_name() {
    assertThatThrownBy(() -> create("\u00e4", "{}"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.problems().get(0).field()).isEqualTo("Idempotency-Key"));
  }

  private Response create(String key, String body) {
    return repeats.once(aVisitor(), "things", key, stream(body), in -> created());
  }

  private Response created() {
    created++;
    return Response.created(URI.create("http://localhost/things/" + created))
        .entity("{\"id\":" + created + "}")
        .build();
  }

  private static Response refused() {
    throw Conflict.stale(1);
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
