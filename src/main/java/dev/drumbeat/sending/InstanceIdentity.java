package dev.drumbeat.sending;

import dev.drumbeat.audience.AddressKey;
import dev.drumbeat.database.Sql;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells an instance from a copy of it (X7): by its home, its database and its address. A copy has
 * the same tables, but hardly all three; one that was restored has fewer sends than before.
 */
public final class InstanceIdentity {

  private static final int BRIEF = 8;

  private final Sql sql;
  private final Path home;
  private final Supplier<String> baseUrl;
  private final HighWater highWater;

  /** Asks for the base address each time, since administrators change it. */
  public InstanceIdentity(Sql sql, Path home, Supplier<String> baseUrl) {
    this.sql = sql;
    this.home = home;
    this.baseUrl = baseUrl;
    this.highWater = new HighWater(sql, home);
  }

  /** A hash of what the instance is now. */
  String now() {
    String database = sql.read(c -> c.getMetaData().getURL());
    // Without its port, which tells no two instances on one database apart.
    String host = String.valueOf(URI.create(baseUrl.get()).getHost());
    return AddressKey.ofText(
        String.join("\n", home.toAbsolutePath().normalize().toString(), database, host));
  }

  /** Whether it is what it was when that was noted, and its database has lost nothing since. */
  boolean isStill(@Nullable Object noted) {
    return now().equals(noted) && !highWater.isAboveTheDatabase();
  }

  /** Notes how far its sends are. */
  void noteSends() {
    highWater.rise();
  }

  /** Takes it for what it is now, since an administrator says so. */
  String confirmed() {
    highWater.settle();
    return now();
  }

  /** The file that notes how far its sends are, if it cannot be used. */
  Optional<String> restoreGuardFault() {
    return highWater.isUsable() ? Optional.empty() : Optional.of(highWater.toString());
  }

  /** The beginning of it, enough to tell our messages from those of a copy. */
  String brief() {
    return now().substring(0, BRIEF);
  }
}
