package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.plugin.PluginModule;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A servlet of an app at its places. The app's class loader is the thread's while it runs, and what
 * it throws ends here.
 */
final class MountedServlet {

  private static final Logger LOG = LoggerFactory.getLogger(MountedServlet.class);

  private final PluginModule module;
  private final List<String> patterns;
  private final ClassLoader loader;
  private final HttpServlet servlet;

  /**
   * Takes a servlet that is not started yet.
   *
   * @param patterns {@code /path} alone, or {@code /path/*} with all below it
   */
  MountedServlet(
      HostPlugin plugin, PluginModule module, List<String> patterns, HttpServlet servlet) {
    this.module = module;
    this.patterns = List.copyOf(patterns);
    this.loader = plugin.classLoader();
    this.servlet = servlet;
  }

  boolean isOf(HostPlugin plugin) {
    return module.pluginKey().equals(plugin.key());
  }

  String completeKey() {
    return module.completeKey();
  }

  List<String> patterns() {
    return patterns;
  }

  /** The longest part of the path that is a place of this servlet. */
  Optional<String> prefixOf(String path) {
    return patterns.stream()
        .filter(pattern -> matches(pattern, path))
        .map(MountedServlet::withoutWildcard)
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean matches(String pattern, String path) {
    String prefix = withoutWildcard(pattern);
    return path.equals(prefix) || (pattern.endsWith("/*") && path.startsWith(prefix + "/"));
  }

  private static String withoutWildcard(String pattern) {
    return pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : pattern;
  }

  /**
   * Starts the servlet.
   *
   * @throws PluginFailure when the servlet refuses, naming the module
   */
  void init(ServletConfig config) {
    try {
      ContextLoader.during(loader, () -> servlet.init(config));
    } catch (Throwable e) {
      PluginFailure.passOnFatal(e);
      throw new PluginFailure(
          "Module %s did not start: %s".formatted(completeKey(), PluginFailure.reason(e)), e);
    }
  }

  /** Serves a request whose path info begins with the prefix. */
  void service(String prefix, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ContextLoader.during(loader, () -> servlet.service(new Placed(request, prefix), response));
    } catch (EofException e) {
      // The client went away; nothing of the app is at fault.
      throw e;
    } catch (Throwable e) {
      PluginFailure.passOnFatal(e);
      fail(request, response, e);
    }
  }

  private void fail(HttpServletRequest request, HttpServletResponse response, Throwable cause)
      throws IOException {
    LOG.error(
        "Module {} of app {} failed on {} {}",
        module.key(),
        module.pluginKey(),
        request.getMethod(),
        request.getRequestURI(),
        cause);
    if (response.isCommitted()) {
      // Breaking the connection is the only way left to say that the answer is not whole.
      throw new IOException(completeKey() + " failed in the middle of its answer");
    }
    response.resetBuffer();
    response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
  }

  /** Ends the servlet; one that fails at that does not keep the others from ending. */
  void destroy() {
    try {
      ContextLoader.during(loader, servlet::destroy);
    } catch (Throwable e) {
      PluginFailure.passOnFatal(e);
      LOG.warn("Module {} of app {} failed to stop", module.key(), module.pluginKey(), e);
    }
  }

  /** The request as the servlet would see it if the server itself had mapped it. */
  private static final class Placed extends HttpServletRequestWrapper {

    private final String servletPath;
    private final String pathInfo;

    Placed(HttpServletRequest request, String prefix) {
      super(request);
      String rest = request.getPathInfo().substring(prefix.length());
      servletPath = request.getServletPath() + prefix;
      pathInfo = rest.isEmpty() ? null : rest;
    }

    @Override
    public String getServletPath() {
      return servletPath;
    }

    @Override
    public String getPathInfo() {
      return pathInfo;
    }
  }
}
