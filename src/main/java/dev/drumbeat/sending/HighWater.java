package dev.drumbeat.sending;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.TableSql;
import dev.drumbeat.log.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers outside of the database how far its sends have come. A database that knows of fewer was
 * restored from a backup, and would write to people again who have got it all (X7).
 */
final class HighWater {

  private static final Logger LOG = LoggerFactory.getLogger(HighWater.class);
  private static final TableSql LATEST =
      TableSql.of(Claims.TABLE, "SELECT MAX({ID}) AS {LATEST} FROM {}");

  private final Sql sql;
  private final Path home;
  private final Path folder;
  private final Path file;
  private final AtomicBoolean usable = new AtomicBoolean(true);

  HighWater(Sql sql, Path home) {
    this.sql = sql;
    this.home = home;
    this.folder = home.resolve("drumbeat");
    this.file = folder.resolve("sends");
  }

  /** Whether the database has lost sends that it once had. */
  boolean isAboveTheDatabase() {
    return noted() > latest();
  }

  /** Notes how far the sends are, if they are further than before. */
  void rise() {
    long latest = latest();
    if (latest > noted()) {
      write(latest);
    }
  }

  /** Takes the database as it is, since an administrator says so. */
  void settle() {
    if (noted() != latest()) {
      write(latest());
    }
  }

  /** Whether it can be read and written. */
  boolean isUsable() {
    noted();
    return usable.get() && Files.isWritable(Files.isDirectory(folder) ? folder : home);
  }

  /** The file. */
  @Override
  public String toString() {
    return file.toString();
  }

  private long latest() {
    return sql.read(
        c ->
            LATEST
                .read(
                    c,
                    row -> {
                      Long id = row.numberOrNull("LATEST");
                      return id == null ? Long.valueOf(0) : id;
                    })
                .get(0));
  }

  private long noted() {
    try {
      long noted = Long.parseLong(Files.readString(file).strip());
      usable.set(true);
      return noted;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | NumberFormatException e) {
      fail("read", e);
      return 0;
    }
  }

  private void write(long latest) {
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "sends", ".new");
      try {
        Files.writeString(draft, latest + "\n");
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      usable.set(true);
    } catch (IOException e) {
      fail("written", e);
    }
  }

  /** Told once until it works again, since it is tried each minute. */
  private void fail(String what, Exception e) {
    if (usable.getAndSet(false)) {
      LOG.warn(
          "{} cannot be {}, so a restored backup would not be noticed ({})",
          file,
          what,
          Fault.line(e));
    }
  }
}
