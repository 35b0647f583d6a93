package dev.drumbeat.mail;

import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key of all stored passwords: 256 bits in a file of the shared home, readable by the owner
 * only, so that the database alone gives no password away. Every node reads the same file.
 */
final class KeyFile {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  static final int KEY_BYTES = 32;

  private final Path file;

  KeyFile(Path home) {
    this.file = home.resolve("drumbeat").resolve("secret.key");
  }

  Path path() {
    return file;
  }

  /** The key; empty when there is no file. A file that holds no key is refused. */
  Optional<byte[]> read() {
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw broken();
      }
      return Optional.of(key);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw broken();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** What can be said of it without giving it away. */
  KeyState state() {
    try {
      if (read().isEmpty()) {
        return KeyState.NOT_YET;
      }
      return isOpenToOthers() ? KeyState.OPEN_TO_OTHERS : KeyState.THERE;
    } catch (Conflict | IOException e) {
      return KeyState.BROKEN;
    }
  }

  private boolean isOpenToOthers() throws IOException {
    return hasOwners() && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
  }

  /** Makes a key, unless another node was faster: then that one's is the key. */
  byte[] create() {
    try {
      Files.createDirectories(file.getParent(), forOwner("rwx------"));
      Path draft = Files.createTempFile(file.getParent(), "secret", ".new", forOwner("rw-------"));
      try {
        Files.write(draft, random());
        publish(draft);
      } finally {
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    return read().orElseThrow(this::broken);
  }

  /** A link appears whole or not at all, and never over a file that is there. */
  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      LOG.debug("another node made {}", file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // No links on this file system: two nodes that start at once may meet half a file and refuse.
      Files.copy(draft, file, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static byte[] random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static FileAttribute<?>[] forOwner(String permissions) {
    return hasOwners()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasOwners() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private Conflict broken() {
    return new Conflict(Reason.of("drumbeat.secrets.key-broken", file.toString()));
  }

  private Conflict unusable(IOException e) {
    return new Conflict(Reason.of("drumbeat.secrets.key-unusable", file.toString(), e.toString()));
  }
}
