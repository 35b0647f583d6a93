package dev.drumbeat.host.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a process that was killed leaves behind of its PostgreSQL: a server without anybody to stop
 * it, or only the file with its process id, which may be another program's by now.
 */
record LeftServer(Path data, Path pidFile, Optional<ProcessHandle> process) {

  private static final int SECONDS = 30;

  /** Of a folder of data; nobody may be starting a server on it meanwhile. */
  static LeftServer of(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return new LeftServer(data, file, Optional.empty());
    }
    List<String> lines = Files.readAllLines(file);
    return new LeftServer(
        data, file, lines.isEmpty() ? Optional.empty() : ProcessHandle.of(pid(lines.get(0))));
  }

  /** Afterwards no server runs on the data and one can be started. */
  void end() throws IOException {
    if (process.isEmpty()) {
      // The server sees for itself that the writer of the file is gone.
      return;
    }
    if (isServerOfTheData(process.get())) {
      stop(process.get());
    } else {
      Files.deleteIfExists(pidFile);
    }
  }

  /** The command line tells, where the system shows it; else only a PostgreSQL is taken for it. */
  private boolean isServerOfTheData(ProcessHandle left) {
    Optional<String[]> arguments = left.info().arguments();
    if (arguments.isPresent()) {
      return List.of(arguments.get()).contains(data.toString());
    }
    return left.info().command().filter(c -> c.contains("postgres")).isPresent();
  }

  private static void stop(ProcessHandle server) throws IOException {
    server.destroy();
    if (!ended(server)) {
      server.destroyForcibly();
      if (!ended(server)) {
        throw new IOException("a PostgreSQL left by an earlier process does not end: " + server);
      }
    }
  }

  private static boolean ended(ProcessHandle server) {
    try {
      server.onExit().get(SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long pid(String line) {
    return Long.parseLong(line.strip());
  }
}
