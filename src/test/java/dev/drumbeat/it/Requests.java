package dev.drumbeat.it;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.UnaryOperator;

/** Requests that need more than a path and a body. */
final class Requests {

  private Requests() {}

  /** A POST of JSON that is carried out once for its key. */
  static UnaryOperator<HttpRequest.Builder> repeatable(String key, String json) {
    return request ->
        request
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(json));
  }
}
