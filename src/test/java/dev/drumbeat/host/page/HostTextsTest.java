package dev.drumbeat.host.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostTextsTest {

  private static final Pattern KEY = Pattern.compile("\"(host\\.\\w+)\"");
  private static final Path SOURCES = Path.of("src/host");

  private static TreeSet<Object> keys(String file) throws IOException {
    Properties texts = new Properties();
    try (InputStream in = HostTextsTest.class.getResourceAsStream(file)) {
      texts.load(in);
    }
    return new TreeSet<>(texts.keySet());
  }

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    assertThat(keys("host_de.properties")).isEqualTo(keys("host.properties"));
  }

  @Test
  void every_key_of_a_page_has_a_text() throws IOException {
    try (Stream<Path> pages =
        Files.walk(SOURCES.resolve("resources/dev/drumbeat/host/page"))
            .filter(file -> file.toString().endsWith(".vm"))) {
      assertThat(pages.flatMap(HostTextsTest::keysOf).toList())
          .hasSizeGreaterThan(50)
          .allSatisfy(key -> assertThat(keys("host.properties")).contains(key));
    }
  }

  private static Stream<String> keysOf(Path page) {
    try {
      return KEY.matcher(Files.readString(page)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
