package dev.drumbeat.host.control;

import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobId;
import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.host.mail.MailLab;
import dev.drumbeat.host.mail.OutgoingMail;
import dev.drumbeat.host.plugin.InstalledPlugin;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.plugin.Plugins;
import dev.drumbeat.host.schedule.HostScheduler;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Tokens;
import dev.drumbeat.host.user.Users;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the test controls do; wrong input is an {@link IllegalArgumentException} in plain words. */
public final class Controls {

  private static final Duration FURTHEST = Duration.ofDays(3653);

  private final HostClock clock;
  private final HostScheduler scheduler;
  private final MailLab lab;
  private final OutgoingMail outgoing;
  private final Plugins apps;
  private final Users users;
  private final Tokens tokens;

  public Controls(
      HostClock clock,
      HostScheduler scheduler,
      MailLab lab,
      OutgoingMail outgoing,
      Plugins apps,
      Users users,
      Tokens tokens) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.lab = lab;
    this.outgoing = outgoing;
    this.apps = apps;
    this.users = users;
    this.tokens = tokens;
  }

  Reply token(JsonNode body) {
    HostUser user =
        users
            .authenticate(text(body, "user"), text(body, "password"))
            .orElseThrow(() -> new IllegalArgumentException("User or password is wrong."));
    return new Reply(201, Map.of("token", tokens.issue(user)));
  }

  Reply clock() {
    return Reply.ok(Map.of("now", clock.instant().toString()));
  }

  Reply moveClock(JsonNode body) {
    try {
      String advance = text(body, "advance");
      Duration by = Duration.parse(advance);
      if (by.compareTo(FURTHEST) > 0 || by.compareTo(FURTHEST.negated()) < 0) {
        throw new IllegalArgumentException(
            "advance: one call moves at most ten years, not " + advance + ".");
      }
      clock.advance(by);
      return clock();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "advance: expected an ISO-8601 duration such as PT72H, not " + e.getParsedString() + ".",
          e);
    }
  }

  Reply runJob(String id) {
    JobRunnerResponse response = scheduler.run(JobId.of(id));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("outcome", response.getRunOutcome().name());
    body.put("message", response.getMessage());
    return Reply.ok(body);
  }

  Reply messages(String to) {
    return Reply.ok(Map.of("values", lab.messages(to).stream().map(Controls::raw).toList()));
  }

  Reply deliver(String to, byte[] message) {
    lab.deliver(to, message);
    return new Reply(204, null);
  }

  Reply outgoing(JsonNode body) {
    outgoing.disable(body.path("disabled").asBoolean());
    return Reply.ok(Map.of("disabled", outgoing.isDisabled()));
  }

  Reply plugins() {
    return Reply.ok(Map.of("values", apps.all().stream().map(Controls::line).toList()));
  }

  Reply install(InputStream jar) throws IOException {
    Path file = Files.createTempFile("upload", ".jar");
    try {
      Files.copy(jar, file, StandardCopyOption.REPLACE_EXISTING);
      return new Reply(201, line(apps.install(file)));
    } catch (PluginFailure e) {
      String name = file.getFileName().toString();
      throw new PluginFailure(e.getMessage().replace(name, "The upload"), e);
    } finally {
      Files.delete(file);
    }
  }

  Reply uninstall(String key) {
    apps.uninstall(key);
    return new Reply(204, null);
  }

  private static Map<String, Object> line(InstalledPlugin app) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("key", app.key());
    line.put("name", app.name());
    line.put("version", app.version());
    line.put("state", app.state().name());
    line.put("reason", app.reason());
    return line;
  }

  private static Map<String, Object> raw(MimeMessage message) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("subject", message.getSubject());
      line.put("messageId", message.getMessageID());
      line.put("raw", bytes.toString(StandardCharsets.ISO_8859_1));
      return line;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonNode body, String field) {
    if (!body.path(field).isTextual()) {
      throw new IllegalArgumentException(field + ": expected a text.");
    }
    return body.get(field).asText();
  }
}
