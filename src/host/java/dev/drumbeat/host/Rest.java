package dev.drumbeat.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A REST client with a user's token, as an integration would write it; for demo and tests. */
public final class Rest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String token;

  private Rest(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** Acts as one of the host's users. */
  public static Rest as(Host host, String userName) {
    return new Rest(host.url(), host.tokens().issue(host.users().getUserByName(userName)));
  }

  /** Acts as nobody. */
  public static Rest anonymously(Host host) {
    return new Rest(host.url(), null);
  }

  /** An answer: the status, the header Location if there is one, the body if it is JSON. */
  public record Answer(int status, String location, JsonNode body) {

    /** The message at a field of the contract's errors; empty when there is none. */
    public String error(String field) {
      return body.path("errors").path(field).asText();
    }

    /** The contract's messages without a field, as one text. */
    public String messages() {
      return body.path("errorMessages").toString();
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json) {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  /** Any other request to that path; headers and method are the caller's. */
  public Answer send(String path, java.util.function.UnaryOperator<HttpRequest.Builder> how) {
    return send(how.apply(request(path)));
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(""),
          type.startsWith("application/json")
              ? JSON.readTree(response.body())
              : JSON.missingNode());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
