package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.status.RunOutcome;
import dev.drumbeat.host.Host;
import dev.drumbeat.host.Rest;
import java.io.FileNotFoundException;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** The app on a running host, replaced again and again by an administrator. */
final class Generations {

  private static final String KEY = "dev.drumbeat.jira";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Host host;
  private final Rest admin;
  private final List<WeakReference<ClassLoader>> earlier = new ArrayList<>();

  Generations(Host host) {
    this.host = host;
    this.admin = Rest.as(host, "admin");
  }

  /** Uploads that jar and waits until the app is up again; answers its version. */
  String upgradeTo(Path jar) {
    host.plugins()
        .running(KEY)
        .ifPresent(app -> earlier.add(new WeakReference<>(app.classLoader())));
    Rest.Answer answer = admin.send("/rest/host/1/plugins", request -> request.POST(content(jar)));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return answer.body().path("version").asText();
  }

  private static BodyPublisher content(Path jar) {
    try {
      return BodyPublishers.ofFile(jar);
    } catch (FileNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an upgrade to the built jar and returns once the app has heard that it must go. */
  CompletableFuture<String> beginUpgrade() {
    CompletableFuture<String> upgrade = new CompletableFuture<>();
    Thread administrator = new Thread(() -> complete(upgrade), "administrator");
    administrator.start();
    Instant end = Instant.now().plus(PATIENCE);
    while (!isStopping() && !upgrade.isDone() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    return upgrade;
  }

  private void complete(CompletableFuture<String> upgrade) {
    try {
      upgrade.complete(upgradeTo(RunningHost.jar()));
    } catch (RuntimeException | AssertionError e) {
      upgrade.completeExceptionally(e);
    }
  }

  private boolean isStopping() {
    return host.scheduler().run(JobId.of("drumbeat.numbers")).getRunOutcome() == RunOutcome.ABORTED;
  }

  /**
   * How many of the earlier class loaders are still in memory after collections. Java itself keeps
   * the type of the record that was compared last, of whatever app, until another takes its place.
   */
  long stillInMemory() {
    assertThat(new Compared(KEY)).isEqualTo(new Compared(KEY));
    for (int i = 0; i < 100 && count() > 0; i++) {
      System.gc();
      byte[] pressure = new byte[1 << 20];
      pressure[0] = 1;
    }
    return count();
  }

  private long count() {
    return earlier.stream().filter(loader -> loader.get() != null).count();
  }

  /** The names of threads that work for an earlier generation. */
  List<String> threadsLeftBehind() {
    List<ClassLoader> loaders =
        earlier.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> loaders.contains(thread.getContextClassLoader()))
        .map(Thread::getName)
        .toList();
  }

  /** Something to compare. */
  private record Compared(String text) {}
}
