package dev.drumbeat.host.http;

import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.sal.api.auth.LoginUriProvider;
import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.ModuleConsumer;
import dev.drumbeat.host.plugin.PluginModule;
import dev.drumbeat.host.user.CurrentUser;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * {@code servlet} modules, served below {@code /plugins/servlet}. As on Platform 8 a servlet whose
 * class does not say {@link UnrestrictedAccess} is for users who are logged in.
 */
public final class ServletModules implements ModuleConsumer {

  private final ModuleDispatcher dispatcher;
  private final CurrentUser current;
  private final LoginUriProvider logIn;

  public ServletModules(HttpServer server, CurrentUser current, LoginUriProvider logIn) {
    this.current = current;
    this.logIn = logIn;
    this.dispatcher = new ModuleDispatcher(server.servletContext());
    server.add("/plugins/servlet/*", dispatcher);
  }

  @Override
  public void enable(HostPlugin plugin) {
    plugin.descriptor().modules("servlet").forEach(module -> enable(plugin, module));
  }

  private void enable(HostPlugin plugin, PluginModule module) {
    Class<? extends HttpServlet> type = plugin.type(module.attribute("class"), HttpServlet.class);
    HttpServlet own = plugin.create(type);
    HttpServlet servlet = isOpen(type) ? own : new LicensedServlet(own, current, logIn);
    dispatcher.mount(
        new MountedServlet(plugin, module, patternsOf(module), servlet), paramsOf(module));
  }

  private static boolean isOpen(Class<?> type) {
    return type.isAnnotationPresent(UnrestrictedAccess.class)
        && !type.isAnnotationPresent(LicensedOnly.class);
  }

  private static List<String> patternsOf(PluginModule module) {
    return module.children("url-pattern").map(e -> e.getTextContent().trim()).toList();
  }

  private static Map<String, String> paramsOf(PluginModule module) {
    return module
        .children("init-param")
        .collect(Collectors.toMap(e -> text(e, "param-name"), e -> text(e, "param-value")));
  }

  private static String text(Element of, String child) {
    return PluginModule.children(of, child)
        .findFirst()
        .map(e -> e.getTextContent().trim())
        .orElse("");
  }

  @Override
  public void disable(HostPlugin plugin) {
    dispatcher.unmount(plugin);
  }
}
