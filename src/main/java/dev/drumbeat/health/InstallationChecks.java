package dev.drumbeat.health;

import dev.drumbeat.mail.KeyState;
import dev.drumbeat.mail.Secrets;
import dev.drumbeat.request.Reason;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the app stands on firm ground: the host, its database, its address, the key. */
final class InstallationChecks {

  private static final Set<String> NOBODY_ELSE_REACHES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Installation installation;
  private final Secrets secrets;

  InstallationChecks(Installation installation, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
  }

  List<Check> run() {
    return List.of(host(), database(installation.database()), key(), baseUrl());
  }

  private Check host() {
    List<String> missing = installation.missing();
    return missing.isEmpty()
        ? Check.ok("host", Reason.of("drumbeat.health.host.ok", installation.host()))
        : Check.error(
            "host",
            Reason.of(
                "drumbeat.health.host.misfit", installation.host(), missing.size(), missing.get(0)),
            Mender.OPERATOR);
  }

  static Check database(Installation.Database database) {
    if (database.isSupported()) {
      return Check.ok("database", Reason.of("drumbeat.health.database.ok", database.toString()));
    }
    String key =
        database.isForTrials()
            ? "drumbeat.health.database.trial"
            : "drumbeat.health.database.unknown";
    return Check.warning("database", Reason.of(key, database.toString()), Mender.OPERATOR);
  }

  private Check key() {
    KeyState state = secrets.keyState();
    Reason sentence = Reason.of("drumbeat.health.key." + state.word(), secrets.place());
    return switch (state) {
      case THERE, NOT_YET -> Check.ok("key", sentence);
      case OPEN_TO_OTHERS -> Check.warning("key", sentence, Mender.OPERATOR);
      case MISSING, OTHER, BROKEN -> Check.error("key", sentence, Mender.OPERATOR);
    };
  }

  /** Recipients follow links to it, with programs that insist on https for one-click (RFC 8058). */
  private Check baseUrl() {
    String url = installation.baseUrl();
    URI address = address(url);
    if (address == null || address.getHost() == null) {
      return Check.error("baseUrl", baseUrl("unset", url), Mender.ADMINISTRATOR);
    }
    if (NOBODY_ELSE_REACHES.contains(address.getHost())) {
      return Check.warning("baseUrl", baseUrl("local", url), Mender.ADMINISTRATOR);
    }
    return "https".equalsIgnoreCase(address.getScheme())
        ? Check.ok("baseUrl", baseUrl("ok", url))
        : Check.warning("baseUrl", baseUrl("http", url), Mender.ADMINISTRATOR);
  }

  private static Reason baseUrl(String found, @Nullable String url) {
    return Reason.of("drumbeat.health.base-url." + found, String.valueOf(url));
  }

  private static @Nullable URI address(@Nullable String url) {
    try {
      return url == null || url.isBlank() ? null : URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
