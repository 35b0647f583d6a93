package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A script of {@code src/test/npm}, run by Node.js. Without Node.js the test is skipped loudly, and
 * fails where CI is set.
 */
final class NodeSession {

  private static final Path SCRIPTS = Path.of("src", "test", "npm");
  private static final long LONGEST_SECONDS = 60;

  private NodeSession() {}

  /** Runs it in that environment and answers the JSON that it prints. */
  static JsonNode of(String script, Map<String, String> environment) throws Exception {
    requireNode(script);
    ProcessBuilder node = new ProcessBuilder("node", script).directory(SCRIPTS.toFile());
    node.environment().putAll(environment);
    Process process = node.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] printed = process.getInputStream().readAllBytes();
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    assertThat(ended && process.exitValue() == 0).as("what %s says above", script).isTrue();
    return new ObjectMapper().readTree(printed);
  }

  private static void requireNode(String script) throws InterruptedException {
    try {
      new ProcessBuilder("node", "--version").start().waitFor();
    } catch (IOException e) {
      Assertions.assertFalse("true".equals(System.getenv("CI")), "no Node.js where CI is set");
      System.err.println("SKIPPED " + script + ": install Node.js to run it");
      Assumptions.abort("no Node.js");
    }
  }
}
