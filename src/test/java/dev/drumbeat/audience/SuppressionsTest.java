package dev.drumbeat.audience;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.ActorFixture;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.InvalidInput.Problem;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class SuppressionsTest {

  private static final MailAddress ANN = new MailAddress("Ann", "example.org");
  private static final Actor USER = ActorFixture.with(Set.of(Right.USE_CAMPAIGNS));

  private final Database database = Databases.scratch();
  private final HostClock clock = HostClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
  private final Suppressions suppressions =
      new Suppressions(
          TableSpace.open(database, Table.NAMESPACE, List.of(SuppressionRow.class)),
          new Sql(new HostTransactions(database)),
          clock);

  @AfterEach
  void closeTheDatabase() {
    database.close();
  }

  @Test
  void an_address_is_found_however_it_is_written() {
    Suppression added =
        suppressions.add(NewSuppression.of(ANN, Scope.INSTANCE, SuppressionReason.MANUAL, "sam"));

    assertThat(suppressions.find(new MailAddress("aNN", "example.org"), 7)).contains(added);
    assertThat(suppressions.find(new MailAddress("bob", "example.org"), 7)).isEmpty();
  }

  @Test
  void one_of_a_campaign_holds_there_alone() {
    suppressions.add(
        NewSuppression.of(ANN, Scope.campaign(7), SuppressionReason.UNSUBSCRIBED, "unsubscribe"));

    assertThat(suppressions.find(ANN, 7)).isPresent();
    assertThat(suppressions.find(ANN, 8)).isEmpty();
  }

  @Test
  void a_domain_covers_everybody_there_and_the_widest_wins() {
    Suppression domain =
        suppressions.add(anAdministrator(), draft(null, "EXAMPLE.org", null, "No more"));
    suppressions.add(NewSuppression.of(ANN, Scope.campaign(7), SuppressionReason.MANUAL, "sam"));

    assertThat(suppressions.among(List.of(ANN, new MailAddress("x", "sub.example.org")), 7))
        .containsOnlyKeys(ANN)
        .containsEntry(ANN, domain);
  }

  @Test
  void suppressing_twice_keeps_the_first() {
    Suppression first =
        suppressions.add(
            NewSuppression.of(ANN, Scope.INSTANCE, SuppressionReason.COMPLAINED, "reply"));

    assertThat(suppressions.add(USER, draft("ann@example.org", null, null, null))).isEqualTo(first);
    assertThat(suppressions.count(USER, null)).isEqualTo(1);
  }

  @Test
  void only_an_administrator_with_a_reason_may_lift_one() {
    long id = suppressions.add(USER, draft("ann@example.org", null, null, null)).id();

    assertThatThrownBy(() -> suppressions.delete(USER, id, "She asked"))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> suppressions.delete(anAdministrator(), id, " "))
        .isInstanceOf(InvalidInput.class);
    assertThat(suppressions.find(ANN, 7)).isPresent();

    suppressions.delete(anAdministrator(), id, "She asked");

    assertThat(suppressions.find(ANN, 7)).isEmpty();
    assertThatThrownBy(() -> suppressions.get(USER, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> suppressions.delete(anAdministrator(), id, "Again"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void what_was_lifted_may_be_suppressed_again() {
    long id = suppressions.add(USER, draft("ann@example.org", null, null, null)).id();
    suppressions.delete(anAdministrator(), id, "She asked");
    clock.advance(Duration.ofDays(1));

    Suppression again = suppressions.add(USER, draft("ann@example.org", null, null, null));

    assertThat(again.id()).isNotEqualTo(id);
    assertThat(suppressions.find(ANN, 7)).contains(again);
  }

  @Test
  void a_domain_is_a_matter_for_administrators() {
    assertThatThrownBy(() -> suppressions.add(USER, draft(null, "example.org", null, null)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void every_wrong_field_is_named() {
    assertThat(fields(draft("ann@", null, "planet", "x".repeat(451))))
        .containsExactly("address", "scope", "note");
    assertThat(fields(draft(null, null, null, null))).containsExactly("address");
    assertThat(fields(draft("a@b.example", "b.example", null, null))).containsExactly("address");
    assertThat(fields(draft(null, "b.example", "campaign:7", null))).containsExactly("scope");
    assertThat(fields(draft(null, "not a domain", null, null))).containsExactly("domain");
  }

  @Test
  void a_thousand_addresses_are_looked_up_at_once() {
    suppressions.add(
        NewSuppression.of(
            new MailAddress("lead999", "example.org"),
            Scope.INSTANCE,
            SuppressionReason.MANUAL,
            "sam"));
    List<MailAddress> many =
        IntStream.range(0, 1_000)
            .mapToObj(n -> new MailAddress("lead" + n, "example.org"))
            .toList();

    assertThat(suppressions.among(many, 7)).containsOnlyKeys(many.get(999));
  }

  private List<String> fields(SuppressionDraft draft) {
    try {
      suppressions.add(anAdministrator(), draft);
      return List.of();
    } catch (InvalidInput refused) {
      return refused.problems().stream().map(Problem::field).toList();
    }
  }

  private static SuppressionDraft draft(String address, String domain, String scope, String note) {
    return new SuppressionDraft(address, domain, scope, null, note);
  }
}
