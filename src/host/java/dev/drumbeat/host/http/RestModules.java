package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.ModuleConsumer;
import dev.drumbeat.host.plugin.PluginModule;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * {@code rest} modules, each served by a Jersey of its own below {@code /rest/path/version} and
 * {@code /rest/path/latest}.
 */
public final class RestModules implements ModuleConsumer {

  private final ModuleDispatcher dispatcher;
  private final CurrentUser current;
  private final GlobalPermissions permissions;

  public RestModules(HttpServer server, CurrentUser current, GlobalPermissions permissions) {
    this.current = current;
    this.permissions = permissions;
    this.dispatcher = new ModuleDispatcher(server.servletContext());
    server.add("/rest/*", dispatcher);
  }

  @Override
  public void enable(HostPlugin plugin) {
    plugin.descriptor().modules("rest").forEach(module -> enable(plugin, module));
  }

  private void enable(HostPlugin plugin, PluginModule module) {
    String path = module.attribute("path");
    List<String> patterns =
        List.of(path + "/" + module.attribute("version") + "/*", path + "/latest/*");
    RestServlet servlet = new RestServlet(configOf(plugin, module));
    dispatcher.mount(new MountedServlet(plugin, module, patterns, servlet), Map.of());
  }

  private ResourceConfig configOf(HostPlugin plugin, PluginModule module) {
    ResourceConfig config = new ResourceConfig();
    config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
    config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    config.property(RestInstances.PLUGIN, plugin);
    config.register(JacksonFeature.withoutExceptionMappers());
    config.register(new RestAccess(current, permissions));
    config.register(new RestXsrf());
    config.register(new RestErrors(module));
    RestClasses.of(plugin, module).forEach(type -> register(config, plugin, type));
    return config;
  }

  private static void register(ResourceConfig config, HostPlugin plugin, Class<?> type) {
    if (type.isAnnotationPresent(Path.class)) {
      config.register(type);
    } else {
      config.register(plugin.create(type));
    }
  }

  @Override
  public void disable(HostPlugin plugin) {
    dispatcher.unmount(plugin);
  }
}
