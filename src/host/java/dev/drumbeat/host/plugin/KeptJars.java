package dev.drumbeat.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The jars of the installed apps, for the next time that one is switched on or the host starts. */
final class KeptJars {

  private final Path folder;

  KeptJars(Path folder) {
    this.folder = folder;
  }

  /** The jar of an app. */
  Path of(String key) {
    return folder.resolve(key + ".jar");
  }

  /** All jars, by name. */
  List<Path> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PluginFailure("The kept jars could not be listed: " + e.getMessage() + ".", e);
    }
  }

  /** Copies a jar beside the one that is kept until it is known whether it is any better. */
  Path stage(String key, Path jar) {
    kept(() -> Files.createDirectories(folder));
    kept(() -> Files.copy(jar, staged(key), StandardCopyOption.REPLACE_EXISTING));
    return staged(key);
  }

  /** The staged jar is the app's from now on. */
  void keepStaged(String key) {
    kept(() -> Files.move(staged(key), of(key), StandardCopyOption.REPLACE_EXISTING));
    switchOn(key);
  }

  /** The staged jar is not wanted. */
  void dropStaged(String key) {
    kept(() -> Files.deleteIfExists(staged(key)));
  }

  /** Forgets an app. */
  void remove(String key) {
    kept(() -> Files.deleteIfExists(of(key)));
    switchOn(key);
  }

  boolean isOff(String key) {
    return Files.exists(off(key));
  }

  void switchOff(String key) {
    kept(() -> Files.write(off(key), new byte[0]));
  }

  void switchOn(String key) {
    kept(() -> Files.deleteIfExists(off(key)));
  }

  private Path staged(String key) {
    return folder.resolve(key + ".new");
  }

  private Path off(String key) {
    return folder.resolve(key + ".off");
  }

  /** Something done to files. */
  private interface Change {
    Object make() throws IOException;
  }

  private static void kept(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new PluginFailure("The folder of the jars could not be changed: " + e + ".", e);
    }
  }
}
