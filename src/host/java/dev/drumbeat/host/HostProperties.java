package dev.drumbeat.host;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import dev.drumbeat.host.http.HttpServer;
import java.nio.file.Path;
import java.util.Optional;

/** What the host says about itself to apps. */
record HostProperties(HttpServer server, Path home) implements ApplicationProperties {

  @Override
  public String getBaseUrl(UrlMode urlMode) {
    return "http://localhost:" + server.port() + HttpServer.CONTEXT_PATH;
  }

  @Override
  public String getDisplayName() {
    return "Embedded host";
  }

  @Override
  public String getVersion() {
    return "11.0.0";
  }

  @Override
  public Optional<Path> getLocalHomeDirectory() {
    return Optional.of(home);
  }

  @Override
  public Optional<Path> getSharedHomeDirectory() {
    return Optional.of(home.resolve("shared"));
  }
}
