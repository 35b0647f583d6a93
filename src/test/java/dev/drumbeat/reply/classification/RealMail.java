package dev.drumbeat.reply.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The real messages by other people, for tests outside this package, which are skipped where the
 * messages are not.
 */
public final class RealMail {

  private RealMail() {}

  /** The bytes of some of each kind: every so manyth. */
  public static List<byte[]> every(int nth) {
    Corpus corpus = Corpus.find();
    List<byte[]> some = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus.folder().resolve("eml"))) {
      List<Path> sorted = files.sorted().toList();
      for (int i = 0; i < sorted.size(); i += nth) {
        some.add(Files.readAllBytes(sorted.get(i)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return some;
  }
}
