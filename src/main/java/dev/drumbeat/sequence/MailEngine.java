package dev.drumbeat.sequence;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Properties;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.resource.loader.StringResourceLoader;
import org.slf4j.Logger;

/**
 * Velocity as mail templates get it (D9): strict, without any directive that loads, defines or
 * evaluates, without files, and with {@link MailUberspect} as the only way to values.
 */
final class MailEngine {

  private static final List<String> REMOVED =
      List.of("include", "parse", "evaluate", "define", "macro", "stop");

  private MailEngine() {}

  static RuntimeInstance start() {
    RuntimeInstance engine = new RuntimeInstance();
    // A fault of a template is an answer to its writer, nothing for the log of the instance.
    engine.setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, silent());
    engine.init(settings());
    REMOVED.forEach(engine::removeDirective);
    return engine;
  }

  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, MailUberspect.class.getName());
    settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
    settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT_ESCAPE, "true");
    settings.setProperty(RuntimeConstants.INTERPOLATE_STRINGLITERALS, "false");
    settings.setProperty(RuntimeConstants.RUNTIME_STRING_INTERNING, "false");
    settings.setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, Integer.toString(Effort.MOST_TURNS));
    settings.setProperty(RuntimeConstants.SKIP_INVALID_ITERATOR, "false");
    settings.setProperty(RuntimeConstants.VM_PERM_ALLOW_INLINE, "false");
    settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
    // Velocity insists on a place for further templates: this one is in memory and stays empty.
    settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "none");
    settings.setProperty("resource.loader.none.class", StringResourceLoader.class.getName());
    settings.setProperty("resource.loader.none.repository.static", "false");
    return settings;
  }

  private static Logger silent() {
    return (Logger)
        Proxy.newProxyInstance(
            MailEngine.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (logger, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
  }
}
