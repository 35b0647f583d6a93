package dev.drumbeat.web;

import dev.drumbeat.request.Reason;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;

/**
 * What every resource does with bodies: reads them strictly and prints them with links and texts.
 */
public final class Answers {

  private final Json json;
  private final Links links;
  private final Texts texts;

  public Answers(Json json, Links links, Texts texts) {
    this.json = json;
    this.links = links;
    this.texts = texts;
  }

  <T> T read(InputStream body, Class<T> type) {
    return json.read(body, type);
  }

  /** For bodies that may be left out. */
  <T> T readOr(InputStream body, T otherwise, Class<T> type) {
    return json.readOr(body, otherwise, type);
  }

  Response ok(Object body) {
    return Response.ok(json.print(body), MediaType.APPLICATION_JSON).build();
  }

  Response created(URI self, Object body) {
    return Response.created(self).entity(json.print(body)).type(MediaType.APPLICATION_JSON).build();
  }

  URI link(String path) {
    return links.rest(path);
  }

  String text(Reason reason) {
    return texts.of(reason);
  }

  String text(String key, Serializable... arguments) {
    return texts.of(key, arguments);
  }
}
