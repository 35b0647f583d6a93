package dev.drumbeat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line that the app writes to the log, as it stands in the source. */
class LogLinesTest {

  private static final Pattern CALL = Pattern.compile("(?s)LOG\\.\\w+\\((.*?)\\);");
  private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");

  @Test
  void what_was_thrown_gets_into_the_log_as_a_fault_only() {
    assertThat(lines())
        .hasSizeGreaterThan(30)
        .noneMatch(line -> line.matches("(?s).*,\\s*(e|thrown|failure|why|fault|cause)\\s*"));
  }

  @Test
  void no_line_takes_an_address_a_subject_a_text_or_a_password() {
    assertThat(lines())
        .map(line -> TEXTS.matcher(line).replaceAll(""))
        .noneMatch(
            line ->
                line.matches(
                    "(?s).*\\.(address|email|from|to|subject|text|html|body|words|password|user"
                        + "|name|displayName|userKey|getMessage|issueKey|host|jql)\\(\\).*"));
  }

  private static List<String> lines() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(LogLinesTest::read)
          .flatMap(source -> CALL.matcher(source).results().map(LogLinesTest::arguments))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String arguments(MatchResult call) {
    return call.group(1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
