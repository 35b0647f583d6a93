package dev.drumbeat.mail;

import static dev.drumbeat.mail.AccountFixture.address;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "buyer@example.org, buyer@example.org",
    "' Buyer@Example.ORG ', Buyer@example.org",
    "a.b+tag@mail.example.org, a.b+tag@mail.example.org",
    "o'neil@example.org, o'neil@example.org",
    "x@bücher.example, x@xn--bcher-kva.example",
    "x@BÜCHER.example, x@xn--bcher-kva.example",
    "u\u0308ber@example.org, \u00fcber@example.org",
    "x@e\uff0eexample.org, x@e.example.org"
  })
  void an_address_takes_its_normal_form(String written, String normal) {
    assertThat(address(written).text()).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "'   ', empty",
    "buyer, no-domain",
    "buyer@, no-domain",
    "@example.org, no-local",
    "'Ann <ann@example.org>', display-name",
    "'\"a b\"@example.org', display-name",
    "'a b@example.org', local",
    "a@b@example.org, local",
    ".a@example.org, local",
    "a..b@example.org, local",
    "'a,b@example.org', local",
    "'a@example.org\r\nBcc: all@example.org', control",
    "'a@exam\u200bple.org', control",
    "'a\u202eb@example.org', control",
    "a@localhost, domain",
    "a@example..org, domain",
    "a@.example.org, domain",
    "a@example.org., domain",
    "a@-example.org, domain",
    "a@exa_mple.org, domain",
    "a@192.168.0.1, domain",
    "a@[192.168.0.1], domain"
  })
  void what_is_no_address_is_refused_with_its_reason(String written, String reason) {
    assertThat(MailAddress.parse(written))
        .isInstanceOfSatisfying(
            ParsedAddress.Refused.class,
            refused -> assertThat(refused.reason().key()).isEqualTo("drumbeat.address." + reason));
  }

  @Test
  void lengths_are_those_of_the_protocol() {
    String label = "d".repeat(60) + ".";
    String longestDomain = label.repeat(3) + "example.org";

    assertThat(reason("l".repeat(64) + "@example.org")).isEqualTo("accepted");
    assertThat(reason("l".repeat(65) + "@example.org")).isEqualTo("drumbeat.address.local-long");
    assertThat(reason("ü".repeat(33) + "@example.org")).isEqualTo("drumbeat.address.local-long");
    assertThat(reason("a@" + "d".repeat(64) + ".org")).isEqualTo("drumbeat.address.domain");
    assertThat(reason("l".repeat(59) + "@" + longestDomain)).isEqualTo("accepted");
    assertThat(reason("l".repeat(60) + "@" + longestDomain)).isEqualTo("drumbeat.address.long");
    assertThat(reason("a".repeat(300_000) + "@example.org")).isEqualTo("drumbeat.address.long");
  }

  @Test
  void case_tells_nobody_apart() {
    assertThat(address("Buyer@Example.org").comparison())
        .isEqualTo(address("bUYER@example.ORG").comparison());
    assertThat(address("a.b@example.org").comparison())
        .isNotEqualTo(address("ab@example.org").comparison());
  }

  private static String reason(String text) {
    return MailAddress.parse(text) instanceof ParsedAddress.Refused refused
        ? refused.reason().key()
        : "accepted";
  }
}
