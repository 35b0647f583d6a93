package dev.drumbeat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTextTest {

  @ParameterizedTest
  @CsvSource({
    "Asia/Kolkata, Asia/Kolkata",
    "' Europe/Berlin ', Europe/Berlin",
    "DE, Europe/Berlin",
    "in, Asia/Kolkata",
    "Germany, Europe/Berlin",
    "united kingdom, Europe/London"
  })
  void a_zone_or_a_country_tells_the_time(String text, ZoneId zone) {
    assertThat(ZoneText.zone(text)).contains(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "Australia", "Mars/Olympus", "+02:00", "", "Deutschland"})
  void nothing_else_does(String text) {
    assertThat(ZoneText.zone(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"US, true", "brazil, true", "DE, false", "Nowhere, false"})
  void a_country_may_have_several_zones(String text, boolean several) {
    assertThat(ZoneText.hasSeveral(text)).isEqualTo(several);
  }
}
