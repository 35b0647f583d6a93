package dev.drumbeat.host.http;

import com.fasterxml.jackson.databind.type.TypeFactory;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey for one {@code rest} module. */
final class RestServlet extends ServletContainer {

  RestServlet(ResourceConfig config) {
    super(config);
  }

  /**
   * Jersey looks for its own parts through the thread's class loader; an app's does not see them.
   */
  @Override
  public void init(ServletConfig config) throws ServletException {
    ContextLoader.during(RestServlet.class.getClassLoader(), () -> super.init(config));
  }

  /** Jackson remembers types for all of the JVM, those of the app that goes away among them. */
  @Override
  public void destroy() {
    super.destroy();
    TypeFactory.defaultInstance().clearCache();
  }
}
