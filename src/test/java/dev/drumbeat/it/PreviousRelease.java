package dev.drumbeat.it;

import dev.drumbeat.host.build.HostMembers;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The jar of the previous release, which the pom names, made from its commit by a Maven of its own
 * and kept below the build's output. Without the history of git there is none, and the test that
 * asks for it is skipped loudly.
 */
final class PreviousRelease {

  private static final String VERSION = System.getProperty("drumbeat.previous.version");
  private static final String COMMIT = System.getProperty("drumbeat.previous.commit");
  private static final Path FOLDER = Path.of(System.getProperty("drumbeat.target"), "previous");

  private PreviousRelease() {}

  static String version() {
    return VERSION;
  }

  /** The jar; made at the first call. */
  static synchronized Path jar() throws IOException {
    Path jar = FOLDER.resolve(VERSION + "-" + COMMIT + ".jar");
    if (!Files.exists(jar)) {
      Instant begin = Instant.now();
      Files.createDirectories(FOLDER);
      Path source = source();
      Path built = build(source);
      addMembers(built, source.resolve("target/classes"));
      Files.move(built, jar, StandardCopyOption.ATOMIC_MOVE);
      System.out.printf(
          "made the jar of release %s in %d s%n",
          VERSION, Duration.between(begin, Instant.now()).toSeconds());
    }
    return jar;
  }

  private static Path source() throws IOException {
    Path archive = FOLDER.resolve("source.zip");
    String[] git = {"git", "archive", "--format=zip", "--output=" + archive, COMMIT};
    if (run(FOLDER.resolve("git.log"), List.of(git)) != 0) {
      String why =
          "the history of git does not hold release %s (%s): %s"
              .formatted(VERSION, COMMIT, said(FOLDER.resolve("git.log")));
      System.err.println("SKIPPED the upgrade from the previous release: " + why);
      Assumptions.abort(why);
    }
    Path source = Files.createTempDirectory(FOLDER, "source");
    try (FileSystem zip = FileSystems.newFileSystem(archive);
        Stream<Path> all = Files.walk(zip.getPath("/"))) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path to = source.resolve(file.toString().substring(1));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
    return source;
  }

  /** Offline at first, since as a rule it needs what this build needed. */
  private static Path build(Path source) throws IOException {
    Path log = FOLDER.resolve("maven.log");
    if (run(log, maven(source, "--offline")) != 0 && run(log, maven(source)) != 0) {
      throw new IOException("release " + VERSION + " could not be built: " + said(log));
    }
    return source.resolve("target/drumbeat-jira-" + VERSION + ".jar");
  }

  /** Only the jar: no tests, no host, nothing for its pages. */
  private static List<String> maven(Path source, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("drumbeat.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-q", "-B", "-f", source.resolve("pom.xml").toString(), "package"));
    command.addAll(List.of("-Dmaven.test.skip=true", "-Dexec.skip=true"));
    command.addAll(List.of("-Dmaven.antrun.skip=true", "-Denforcer.skip=true"));
    command.add("-Dmaven.repo.local=" + System.getProperty("drumbeat.repository"));
    command.addAll(List.of(more));
    return command;
  }

  /** What the step of the build writes that needs the compiled host. */
  private static void addMembers(Path jar, Path classes) throws IOException {
    HostMembers.main(new String[] {classes.toString()});
    String members = "META-INF/host-members.tsv";
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Files.copy(classes.resolve(members), zip.getPath(members));
    }
  }

  private static int run(Path log, List<String> command) {
    try {
      ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
      process.environment().put("JAVA_HOME", System.getProperty("java.home"));
      return process.redirectOutput(new File(log.toString())).start().waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String said(Path log) throws IOException {
    return Files.exists(log) ? Files.readString(log).strip() : "git is not there";
  }
}
