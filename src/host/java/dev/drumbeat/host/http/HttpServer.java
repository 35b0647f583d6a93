package dev.drumbeat.host.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty on the loopback interface, everything below {@code /jira}. Each request passes the log-in
 * and then the decoration before it reaches a servlet.
 */
public final class HttpServer implements AutoCloseable {

  /** Where the host lives, as the plugin SDK's Jira does. */
  public static final String CONTEXT_PATH = "/jira";

  private static final int THREADS = 24;
  private static final long STOP_TIMEOUT_MS = 5_000;
  private static final int SESSION_SECONDS = 5 * 60 * 60;

  private final QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
  private final Server jetty = new Server(threads);
  private final ServerConnector connector;
  private final ServletContextHandler context =
      new ServletContextHandler(CONTEXT_PATH, ServletContextHandler.SESSIONS);
  private final DecorationFilter decoration = new DecorationFilter();

  /**
   * Nothing listens before {@link #start}.
   *
   * @param port 0 takes any that is free
   */
  public HttpServer(int port, LogInFilter logIn) {
    threads.setName("http");
    connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    jetty.addConnector(connector);
    jetty.setHandler(new GracefulHandler(context));
    jetty.setStopTimeout(STOP_TIMEOUT_MS);
    jetty.setErrorHandler(new ErrorPage());
    configure(context);
    filter(logIn);
    filter(decoration);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.addCustomizer(new SecurityHeaders());
    return http;
  }

  private static void configure(ServletContextHandler context) {
    context.setErrorHandler(new ErrorPage());
    context.setDefaultRequestCharacterEncoding("UTF-8");
    context.setDefaultResponseCharacterEncoding("UTF-8");
    context.getMimeTypes().addInferred("text/plain", "utf-8");
    SessionHandler sessions = context.getSessionHandler();
    sessions.setHttpOnly(true);
    sessions.setSameSite(SameSite.LAX);
    sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    sessions.setMaxInactiveInterval(SESSION_SECONDS);
  }

  private void filter(Filter filter) {
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  /** Serves a path or, with {@code /*} at its end, all below it; also after the start. */
  public void add(String pathSpec, HttpServlet servlet) {
    context.addServlet(new ServletHolder(servlet), pathSpec);
  }

  /** Gives pages their frame from now on; until then they are sent as written. */
  public void decorateWith(PageDecorator decorator) {
    decoration.decorateWith(decorator);
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException when the port is taken
   */
  public void start() {
    try {
      jetty.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException(
          "Cannot listen on 127.0.0.1:%d, is another host running? %s"
              .formatted(connector.getPort(), e.getMessage()),
          e);
    }
  }

  /** The port that is listened on, once started. */
  public int port() {
    return connector.getLocalPort();
  }

  /** What all servlets share. */
  ServletContext servletContext() {
    return context.getServletContext();
  }

  /** Takes no more requests and lets those that run finish for up to five seconds. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop in time", e);
    }
  }
}
