package dev.drumbeat.reply.classification;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Labelled messages of other people, which are no part of the project: the folder is named by the
 * property {@code drumbeat.mail.corpus} or lies at {@code ../shared/data/mail}. They are read where
 * they are, and nothing is ever sent to an address in them.
 */
record Corpus(Path folder) {

  private static final String PROPERTY = "drumbeat.mail.corpus";

  /** The folder; without one the test is skipped and says so. */
  static Corpus find() {
    Optional<Path> folder =
        Stream.of(System.getProperty(PROPERTY, ""), "../shared/data/mail", "../../shared/data/mail")
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .filter(path -> Files.isRegularFile(path.resolve("labels.tsv")))
            .findFirst();
    assumeTrue(
        folder.isPresent(),
        "SKIPPED: no labelled messages; name their folder with -D" + PROPERTY + "=<folder>");
    return new Corpus(folder.orElseThrow());
  }

  List<Sample> samples() {
    try (Stream<String> lines = Files.lines(folder.resolve("labels.tsv"))) {
      return lines.skip(1).map(line -> line.split("\t", -1)).map(Sample::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(Sample sample) {
    try {
      return Files.readAllBytes(folder.resolve("eml").resolve(sample.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is known of a message; an empty text is not known. Firm is no matter of judgement. */
  record Sample(
      String file,
      String label,
      List<String> recipients,
      String originalMessageId,
      String replyText,
      boolean firm) {

    private static Sample of(String[] columns) {
      return new Sample(
          columns[0],
          columns[1],
          columns[2].isEmpty() ? List.of() : List.of(columns[2].split(",")),
          columns[3],
          columns[4].replace("\\n", "\n"),
          columns[12].equals("1"));
    }
  }
}
