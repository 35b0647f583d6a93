package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.HostPlugin;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds the module for a path: of several that match, the one with the longest prefix. */
final class ModuleDispatcher extends HttpServlet {

  private final transient List<MountedServlet> mounted = new CopyOnWriteArrayList<>();
  private final transient ServletContext context;

  ModuleDispatcher(ServletContext context) {
    this.context = context;
  }

  /**
   * Starts the module's servlet and serves it from now on.
   *
   * @throws IllegalArgumentException when a pattern is missing, not understood or taken
   */
  void mount(MountedServlet servlet, Map<String, String> params) {
    if (servlet.patterns().isEmpty()) {
      throw new IllegalArgumentException(
          "Module %s: url-pattern is missing".formatted(servlet.completeKey()));
    }
    servlet.patterns().forEach(pattern -> check(servlet, pattern));
    servlet.init(new ModuleConfig(servlet.completeKey(), context, params));
    mounted.add(servlet);
  }

  private void check(MountedServlet servlet, String pattern) {
    boolean path = pattern.matches("/[^*]+|/([^*]+/)?\\*");
    if (!path) {
      refuse(servlet, "%s is not a path, write /path or /path/*".formatted(pattern));
    }
    mounted.stream()
        .filter(other -> other.patterns().contains(pattern))
        .forEach(
            other -> refuse(servlet, "%s is taken by %s".formatted(pattern, other.completeKey())));
  }

  private static void refuse(MountedServlet servlet, String reason) {
    throw new IllegalArgumentException("Module %s: %s".formatted(servlet.completeKey(), reason));
  }

  /** Stops serving all modules of the app and ends them. */
  void unmount(HostPlugin plugin) {
    List<MountedServlet> gone = mounted.stream().filter(m -> m.isOf(plugin)).toList();
    mounted.removeAll(gone);
    gone.forEach(MountedServlet::destroy);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    Optional<Match> match =
        mounted.stream()
            .flatMap(m -> m.prefixOf(path).map(prefix -> new Match(prefix, m)).stream())
            .max(Comparator.comparingInt(m -> m.prefix.length()));
    if (match.isPresent()) {
      match.get().servlet.service(match.get().prefix, request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private record Match(String prefix, MountedServlet servlet) {}
}
