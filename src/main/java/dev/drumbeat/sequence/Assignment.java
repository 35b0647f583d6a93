package dev.drumbeat.sequence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which variant of a step a lead gets (A1): always the same for the same enrollment, step and test,
 * whatever the order in which leads come, and as often as it is asked. A test is its variants: with
 * another one it is a new test.
 */
public final class Assignment {

  private Assignment() {}

  /**
   * The variant for that enrollment, none when the step has none. What it had before stays its own
   * while the step has it, whatever the weights are now.
   */
  public static Optional<Variant> of(Step step, long enrollmentId, @Nullable String before) {
    List<Variant> variants = step.mail().variants();
    Optional<Variant> own = variants.stream().filter(v -> v.id().equals(before)).findFirst();
    return own.isPresent() || variants.isEmpty()
        ? own
        : Optional.of(drawn(variants, "e%d.s%d.%s".formatted(enrollmentId, step.id(), test(step))));
  }

  /** The first that new leads may get, to show what the step says. */
  static Variant first(List<Variant> variants) {
    return variants.stream().filter(v -> v.weight() > 0).findFirst().orElse(variants.get(0));
  }

  private static String test(Step step) {
    return step.mail().variants().stream()
        .map(Variant::id)
        .sorted()
        .collect(Collectors.joining("."));
  }

  private static Variant drawn(List<Variant> variants, String lot) {
    long sum = variants.stream().mapToLong(Variant::weight).sum();
    long left = sum == 0 ? 0 : Long.remainderUnsigned(hash(lot), sum);
    for (Variant variant : variants) {
      left -= variant.weight();
      if (left < 0) {
        return variant;
      }
    }
    return first(variants);
  }

  private static long hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
