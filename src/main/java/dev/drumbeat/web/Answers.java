package dev.drumbeat.web;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every resource does with bodies: reads them strictly and prints them with links and texts.
 */
public final class Answers {

  private final Json json;
  private final Links links;
  private final Texts texts;
  private final Repeats repeats;

  public Answers(Json json, Links links, Texts texts, Repeats repeats) {
    this.json = json;
    this.links = links;
    this.texts = texts;
    this.repeats = repeats;
  }

  <T> T read(InputStream body, Class<T> type) {
    return json.read(body, type);
  }

  /** For bodies that may be left out. */
  <T> T readOr(InputStream body, T otherwise, Class<T> type) {
    return json.readOr(body, otherwise, type);
  }

  /** Does what creates or sends something only once for each Idempotency-Key of the actor. */
  Response once(
      Actor actor,
      String place,
      @Nullable String key,
      InputStream body,
      Function<InputStream, Response> work) {
    return repeats.once(actor, place, key, body, work);
  }

  String print(Object body) {
    return json.print(body);
  }

  Response ok(Object body) {
    return Response.ok(json.print(body), MediaType.APPLICATION_JSON).build();
  }

  /** For keeping, under that name. */
  Response file(String name, Object body) {
    return Response.ok(json.print(body), MediaType.APPLICATION_JSON)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  Response created(URI self, Object body) {
    return Response.created(self).entity(json.print(body)).type(MediaType.APPLICATION_JSON).build();
  }

  /** Work goes on after the answer; the place tells how far it is. */
  Response accepted(URI progress, Object body) {
    return Response.accepted(json.print(body))
        .location(progress)
        .type(MediaType.APPLICATION_JSON)
        .build();
  }

  URI link(String path) {
    return links.rest(path);
  }

  URI page(String name) {
    return links.page(name);
  }

  String text(Reason reason) {
    return texts.of(reason);
  }

  String text(String key, Serializable... arguments) {
    return texts.of(key, arguments);
  }
}
