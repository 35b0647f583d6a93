package dev.drumbeat.mail.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failed  | 5.1.1  | smtp; 550 5.1.1 User unknown                       | HARD
          failed  | 5.1.10 | smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound    | HARD
          failed  | 5.4.4  | Unable to route: no mail hosts for domain          | HARD
          failed  | 5.2.1  | smtp; 550 5.2.1 The account is inactive            | HARD
          failed  | 5.0.0  | smtp; 550 No such user here                        | HARD
          failed  | 5.7.1  | smtp; 554 5.7.1 Recipient address rejected: Nonexistent user | HARD
          failed  | 5.4.1  | 550 5.4.1 Recipient address rejected: Access denied | HARD
          failed  | 5.1.1  | smtp; 550 5.1.1 has sent to too many recipients this hour | BLOCK
          failed  | 5.1.1  | smtp; 552 5.1.1 mailbox is full                    | SOFT
          failed  | 5.2.2  | smtp; 552 5.2.2 Over quota                         | SOFT
          failed  | 4.4.1  | connect to mx.example.org: Connection refused      | SOFT
          failed  | 4.7.0  | 421 4.7.0 Try again later                          | BLOCK
          failed  | 5.7.1  | 550 5.7.1 Service unavailable; client host blocked | BLOCK
          failed  | 5.7.26 | 550 5.7.26 fails DMARC                             | BLOCK
          failed  | 5.1.8  | 553 5.1.8 Domain of sender address does not exist  | BLOCK
          failed  | 5.1.0  | 550 5.1.0 Sender address rejected: Domain not found | BLOCK
          failed  | 5.7.1  | 554 5.7.1 Relay access denied                      | CONFIGURATION
          failed  | 5.7.8  | 535 5.7.8 Bad credentials                          | CONFIGURATION
          failed  | 5.3.1  | 552 5.3.1 Mail system full                         | SOFT
          failed  | 5.3.4  | 552 5.3.4 Message too big                          | CONTENT
          failed  | 5.6.0  | 554 5.6.0 Message contains a virus                 | CONTENT
          failed  | 5.0.0  | smtp; 554 Something odd                            | UNKNOWN
          failed  | ''     | 451 Local error in processing                      | SOFT
          failed  | ''     | 550 mailbox unavailable                            | HARD
          delayed | 4.4.7  | delivery temporarily suspended                     | DELAY
          delayed | 5.1.1  | User unknown                                       | DELAY
          """)
  void a_failure_is_told_by_its_status_and_its_words(
      String action, String status, String diagnostic, Failure failure) {
    assertThat(Failures.of(action, status, diagnostic, diagnostic)).isEqualTo(failure);
  }
}
