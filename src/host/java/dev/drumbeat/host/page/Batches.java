package dev.drumbeat.host.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the scripts or the styles of many modules into one file, as Jira does: a script runs in
 * the same text as all others, so that a module's {@code import} or syntax error breaks them all.
 */
final class Batches {

  private static final Logger log = LoggerFactory.getLogger(Batches.class);

  private final Texts texts;
  private final Map<Part, String> parts = new ConcurrentHashMap<>();

  /** The scripts or styles of one module in one language. */
  private record Part(String module, String extension, Locale locale) {}

  Batches(Texts texts) {
    this.texts = texts;
  }

  /** The batch; empty when the modules have no such files. */
  String batch(Collection<WebResource> resources, String extension, Locale locale) {
    Locale closest = texts.closest(locale);
    return resources.stream()
        .map(resource -> part(resource, extension, closest))
        .collect(Collectors.joining());
  }

  private String part(WebResource resource, String extension, Locale locale) {
    return parts.computeIfAbsent(
        new Part(resource.key(), extension, locale),
        part ->
            resource
                .files(extension)
                .map(name -> file(resource, name, extension, locale))
                .collect(Collectors.joining()));
  }

  private String file(WebResource resource, String name, String extension, Locale locale) {
    URL file = resource.file(name);
    if (file == null) {
      log.error("{}: the resource {} is not in the app", resource.key(), name);
      return "";
    }
    String text = translated(resource, name, read(file), locale);
    String heading = "/* " + resource.key() + " " + name + " */\n";
    return extension.equals("js")
        ? heading + "try {\n" + text + "\n} catch (e) { console.error(e); }\n;\n"
        : heading + StyleUrls.rebase(text, "resources/" + resource.key() + "/", name) + "\n";
  }

  /** A single file of a module in a language. */
  byte[] single(WebResource resource, String name, URL file, Locale locale) {
    byte[] content = read(file);
    return resource.isTranslated(name)
        ? translated(resource, name, content, locale).getBytes(StandardCharsets.UTF_8)
        : content;
  }

  private String translated(WebResource resource, String name, byte[] content, Locale locale) {
    String text = new String(content, StandardCharsets.UTF_8);
    return resource.isTranslated(name)
        ? ScriptTexts.translate(text, key -> texts.getText(locale, key))
        : text;
  }

  static byte[] read(URL file) {
    try (InputStream in = file.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names a content, so that an address that holds it may be kept for ever. */
  static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
