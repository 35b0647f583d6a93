package dev.drumbeat.host.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL of a host that people run: its data outlives every end of the process. */
class PostgresServerTest {

  private static final String UP = "up: ";

  @TempDir private Path home;

  /** A process that is killed while its server runs. */
  public static final class Killed {

    private Killed() {}

    /** Keeps a word in the data of that folder and waits. */
    public static void main(String[] args) throws InterruptedException {
      PostgresServer server = PostgresServer.in(Path.of(args[0]));
      try (Database database = Database.at(server.address().create("kept"))) {
        database.jdbc().execute("CREATE TABLE HOST_WORD (WORD VARCHAR(10))");
        database.jdbc().update("INSERT INTO HOST_WORD VALUES ('there')");
        System.out.println(UP + server.address().url());
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }

  @Test
  void a_server_that_a_killed_process_left_running_makes_room_for_the_next() throws Exception {
    Path data = home.resolve("postgres");
    String before = urlOfTheKilled(data);
    long left = pid(data);
    assertThat(ProcessHandle.of(left)).hasValueSatisfying(p -> assertThat(p.isAlive()).isTrue());

    try (PostgresServer server = PostgresServer.in(data);
        Database database = Database.at(server.address().create("kept"))) {

      assertThat(server.address().url()).isEqualTo(before);
      assertThat(pid(data)).isNotEqualTo(left);
      assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(database.jdbc().queryForList("SELECT WORD FROM HOST_WORD", String.class))
          .containsExactly("there");
      assertThatThrownBy(() -> PostgresServer.in(data)).hasMessageContaining("another process");
    }
    assertThat(data.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void a_process_id_that_belongs_to_another_program_by_now_is_left_alone() throws IOException {
    Path data = home.resolve("postgres");
    PostgresServer.in(data).close();
    String stale = ProcessHandle.current().pid() + "\n" + data + "\n1\n5432\n\nlocalhost\n";
    Files.writeString(data.resolve("postmaster.pid"), stale);

    try (PostgresServer server = PostgresServer.in(data)) {
      assertThat(pid(data)).isNotEqualTo(ProcessHandle.current().pid());
      server.address().create("another");
    }
  }

  private static String urlOfTheKilled(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    try {
      for (String line = process.inputReader().readLine();
          line != null;
          line = process.inputReader().readLine()) {
        if (line.startsWith(UP)) {
          return line.substring(UP.length());
        }
        said.append(line).append('\n');
      }
      throw new IOException("the process ended: " + said);
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  private static long pid(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }
}
