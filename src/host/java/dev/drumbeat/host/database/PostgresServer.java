package dev.drumbeat.host.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A PostgreSQL server that this process runs as its child, on any free port of loopback. Its
 * databases compare text byte by byte, as Jira asks for.
 */
final class PostgresServer implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final FileChannel lock;

  private PostgresServer(EmbeddedPostgres server, FileChannel lock) {
    this.server = server;
    this.lock = lock;
  }

  /**
   * On the data in that folder, which is made where it is missing and stays, and on the port of the
   * last time if it is free: by another address the database would be taken for a copy. What an
   * earlier process left running on it is stopped first.
   *
   * @throws IllegalStateException when another process runs a server on it
   */
  static PostgresServer in(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel lock = lock(folder.resolveSibling(folder.getFileName() + ".lock"));
      Path data = folder.toRealPath();
      LeftServer.of(data).end();
      Path port = folder.resolveSibling(folder.getFileName() + ".port");
      EmbeddedPostgres.Builder builder =
          builder(true).setDataDirectory(data).setCleanDataDirectory(false).setPort(last(port));
      EmbeddedPostgres server = builder.start();
      Files.writeString(port, Integer.toString(server.getPort()));
      return new PostgresServer(server, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On new data that goes with this process, so it need not outlive a power failure. */
  static PostgresServer temporary() {
    try {
      return new PostgresServer(builder(false).start(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database that every server has. */
  PostgresAddress address() {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    return new PostgresAddress(url, "postgres", "");
  }

  @Override
  public void close() {
    try {
      server.close();
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres.Builder builder(boolean durable) {
    return EmbeddedPostgres.builder()
        .setPGStartupWait(Duration.ofMinutes(1))
        .setRegisterShutdownHook(false)
        .setLocaleConfig("locale", "C")
        // Said outright, since the library would rather be fast.
        .setServerConfig("fsync", durable ? "on" : "off")
        .setServerConfig("synchronous_commit", "on");
  }

  /** The port that the file names; zero, for any, where that is none or taken. */
  private static int last(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    int port = Integer.parseInt(Files.readString(file).strip());
    try (ServerSocket trial = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return trial.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!isMine(channel)) {
      channel.close();
      throw new IllegalStateException("another process holds " + file);
    }
    return channel;
  }

  private static boolean isMine(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
