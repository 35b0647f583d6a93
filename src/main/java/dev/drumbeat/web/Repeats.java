package dev.drumbeat.web;

import dev.drumbeat.database.Sql;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.Reason;
import dev.drumbeat.web.RepeatStore.Repeat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request with an {@code Idempotency-Key} out once: the same user who sends the same key
 * to the same place again within a day gets the first answer again. What was refused may be tried
 * again under its key.
 */
public final class Repeats {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

  private final RepeatStore store;
  private final InstantSource clock;

  public Repeats(Sql sql, InstantSource clock) {
    this.store = new RepeatStore(sql);
    this.clock = clock;
  }

  /**
   * Does the work, unless it was done for this key.
   *
   * @param place what is asked, for example {@code sequences/7/enroll}
   * @param key null does the work each time
   */
  Response once(
      Actor actor,
      String place,
      @Nullable String key,
      InputStream body,
      Function<InputStream, Response> work) {
    if (key == null) {
      return work.apply(body);
    }
    if (!KEY.matcher(key).matches()) {
      throw InvalidInput.at(HEADER, Reason.of("drumbeat.invalid.idempotency-key"));
    }
    byte[] bytes = Json.bounded(body);
    String request =
        hash((actor.userKey() + "\n" + place + "\n" + key).getBytes(StandardCharsets.UTF_8));
    Optional<Repeat> earlier = store.begin(request, hash(bytes), clock.instant());
    return earlier.isPresent()
        ? again(earlier.get(), hash(bytes))
        : first(request, () -> work.apply(new ByteArrayInputStream(bytes)));
  }

  private static Response again(Repeat earlier, String bodyHash) {
    if (!earlier.bodyHash().equals(bodyHash)) {
      throw new Conflict(Reason.of("drumbeat.refused.other-body"));
    }
    if (earlier.status() == null) {
      throw new Conflict(Reason.of("drumbeat.refused.under-way"));
    }
    Response.ResponseBuilder answer =
        Response.status(earlier.status()).type(MediaType.APPLICATION_JSON).entity(earlier.answer());
    return earlier.location() == null
        ? answer.build()
        : answer.header(HttpHeaders.LOCATION, earlier.location()).build();
  }

  private Response first(String request, Supplier<Response> work) {
    boolean done = false;
    try {
      Response answer = work.get();
      done = true;
      store.end(
          request,
          answer.getStatus(),
          answer.getHeaderString(HttpHeaders.LOCATION),
          (String) answer.getEntity());
      return answer;
    } finally {
      if (!done) {
        store.forget(request);
      }
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
