package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drumbeat.host.database.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A {@link HostMain} that runs, seen from outside: REST, and a way to kill it. */
final class HostProcess {

  static final String READY = "ready: ";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String url;
  private final String token;

  private HostProcess(Process process, String url, String token) {
    this.process = process;
    this.url = url;
    this.token = token;
  }

  /** Starts one on that home and waits until the app is up. */
  static HostProcess start(Path home, int leads) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    // A PostgreSQL that this process runs outlives the other one.
    command.addAll(Databases.argumentsForOthers());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), HostMain.class.getName()));
    command.addAll(List.of(RunningHost.jar().toString(), home.toString(), Integer.toString(leads)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader out = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(READY)) {
        // Or it would wait for a reader when its log has filled the pipe.
        CompletableFuture.runAsync(
            () -> out.lines().forEach(said::append), reading -> new Thread(reading).start());
        String[] parts = line.substring(READY.length()).split(" ", 2);
        return new HostProcess(process, parts[0], parts[1]);
      }
    }
    throw new IOException("the host ended: " + said);
  }

  /** Ends it as a power failure would. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  JsonNode get(String path) {
    return body(send("GET", path, ""));
  }

  JsonNode post(String path, String body) {
    return body(send("POST", path, body));
  }

  JsonNode put(String path, String body) {
    return body(send("PUT", path, body));
  }

  /** Runs a job, which may not live to see the end of it. */
  CompletableFuture<Void> run(String job) {
    return send("POST", "/rest/host/1/jobs/" + job + "/run", "").handle((answer, killed) -> null);
  }

  private CompletableFuture<HttpResponse<String>> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  private static JsonNode body(CompletableFuture<HttpResponse<String>> answer) {
    HttpResponse<String> response = answer.join();
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
