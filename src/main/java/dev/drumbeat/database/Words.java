package dev.drumbeat.database;

import dev.drumbeat.log.Fault;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is one of few words in the tables, and stands words of a newer version. */
public final class Words {

  private static final Logger LOG = LoggerFactory.getLogger(Words.class);

  private Words() {}

  /** The constant of that name; throws {@link UnknownWord} when this version has none. */
  public static <E extends Enum<E>> E of(Class<E> type, String name) {
    return find(type, name).orElseThrow(() -> new UnknownWord(type.getSimpleName(), name));
  }

  /** The constant of that name, or what stands for all that this version does not know. */
  public static <E extends Enum<E>> E of(Class<E> type, String name, E otherwise) {
    return find(type, name).orElse(otherwise);
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    return Stream.of(type.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
  }

  /** What this version can read of those rows; one that it cannot read keeps none from the rest. */
  public static <R, A> Stream<A> readable(Stream<R> rows, Function<R, A> reader) {
    return rows.flatMap(
        row -> {
          try {
            return Stream.of(reader.apply(row));
          } catch (UnknownWord e) {
            leftOut(e);
            return Stream.empty();
          }
        });
  }

  static void leftOut(UnknownWord why) {
    LOG.warn("A row is left out: {}", Fault.line(why));
  }
}
