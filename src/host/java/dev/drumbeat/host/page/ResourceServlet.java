package dev.drumbeat.host.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves scripts, styles, images and fonts below {@code /s} and {@code /download}: batches, single
 * files of apps, AUI, and the host's own look. Open to everyone, as in Jira.
 */
public final class ResourceServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  /** Where this servlet belongs. */
  public static final List<String> PATHS = List.of("/s/*", "/download/*");

  private static final Pattern BATCH =
      Pattern.compile("/s/([0-9a-f]+)/_/download/batch\\.(js|css)");
  private static final Pattern SINGLE =
      Pattern.compile("(?:/s/[\\w.-]+/_)?/download/resources/([\\w.-]+:[\\w.-]+)/([\\w./-]+)");
  private static final Pattern AUI = Pattern.compile("/s/(aui/(?:(?:fonts|images)/)?[\\w.-]+)");
  private static final Pattern HOST =
      Pattern.compile("/s/host/((?:host\\.css|(?:before|after)-aui\\.js))");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("js", "text/javascript; charset=UTF-8"),
          Map.entry("css", "text/css; charset=UTF-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("gif", "image/gif"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("eot", "application/vnd.ms-fontobject"),
          Map.entry("json", "application/json"));

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String A_DAY = "public, max-age=86400";
  private static final String ASK_EACH_TIME = "no-cache";

  private final transient WebResources resources;

  /** Takes the modules of the apps. */
  public ResourceServlet(WebResources resources) {
    this.resources = resources;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
    Matcher batch = BATCH.matcher(path);
    Matcher single = SINGLE.matcher(path);
    if (batch.matches()) {
      sendBatch(request, response, batch);
    } else if (single.matches()) {
      send(request, response, resources.single(single.group(1), single.group(2)), ASK_EACH_TIME);
    } else {
      send(request, response, own(path), path.startsWith("/s/aui/") ? A_DAY : ASK_EACH_TIME);
    }
  }

  /** An address with an old hash gets what is right now, and nobody may keep it. */
  private void sendBatch(HttpServletRequest request, HttpServletResponse response, Matcher batch)
      throws IOException {
    List<String> keys = List.of(parameter(request, "keys").split(","));
    Locale locale = Locale.forLanguageTag(parameter(request, "locale"));
    byte[] content = resources.batch(keys, batch.group(2), locale);
    boolean current = Batches.hash(content).equals(batch.group(1));
    send(request, response, Optional.of(content), current ? FOREVER : ASK_EACH_TIME);
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  private static Optional<byte[]> own(String path) {
    Matcher aui = AUI.matcher(path);
    Matcher host = HOST.matcher(path);
    String name =
        aui.matches()
            ? aui.group(1)
            : host.matches() ? "dev/drumbeat/host/page/" + host.group(1) : "nothing";
    URL file = ResourceServlet.class.getClassLoader().getResource(name);
    return Optional.ofNullable(file).map(Batches::read);
  }

  private static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      Optional<byte[]> content,
      String caching)
      throws IOException {
    if (content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = '"' + Batches.hash(content.get()) + '"';
    response.setHeader("Cache-Control", caching);
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(type(request.getRequestURI()));
    response.setContentLength(content.get().length);
    response.getOutputStream().write(content.get());
  }

  private static String type(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }
}
