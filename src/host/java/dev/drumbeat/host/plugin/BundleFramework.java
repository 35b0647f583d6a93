package dev.drumbeat.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** Felix with Gemini Blueprint in it: real bundles, resolved for real. */
final class BundleFramework implements AutoCloseable {

  private static final List<String> GEMINI =
      List.of("gemini-blueprint-io", "gemini-blueprint-core", "gemini-blueprint-extender");

  private final Framework felix;
  private final SpringContexts contexts = new SpringContexts();
  private int installations;

  private BundleFramework(Framework felix) {
    this.felix = felix;
  }

  /** Starts Felix with the host's services registered before any bundle asks for them. */
  static BundleFramework start(Path storage, List<HostService> services) {
    try {
      Map<String, String> settings = new HashMap<>();
      settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
      settings.put(
          Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
      settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, HostPackages.exports());
      settings.put("felix.log.level", "1");
      // Without threads of its own, which would keep a closed host for a minute.
      settings.put("felix.resolver.parallelism", "1");
      Framework felix = new FrameworkFactory().newFramework(settings);
      felix.start();
      for (HostService offered : services) {
        felix
            .getBundleContext()
            .registerService(
                offered.type().getName(), offered.service(), new Hashtable<>(offered.properties()));
      }
      BundleFramework framework = new BundleFramework(felix);
      framework.startGemini();
      return framework;
    } catch (BundleException | IOException | ClassNotFoundException e) {
      throw new IllegalStateException("the OSGi framework did not start", e);
    }
  }

  BundleContext context() {
    return felix.getBundleContext();
  }

  SpringContexts contexts() {
    return contexts;
  }

  /** Installs and starts a jar; the reason of a failure names the package that is missing. */
  Bundle start(Path jar) {
    Bundle bundle = null;
    try (InputStream in = Files.newInputStream(jar)) {
      bundle = context().installBundle("installed-" + ++installations, in);
      bundle.start();
      return bundle;
    } catch (BundleException e) {
      remove(bundle);
      throw new PluginFailure(explain(e), e);
    } catch (IOException e) {
      throw new PluginFailure("The jar could not be read: " + e.getMessage() + ".", e);
    }
  }

  /** Stops and forgets a bundle and waits until nothing is wired to it any more. */
  void remove(Bundle bundle) {
    if (bundle == null) {
      return;
    }
    try {
      bundle.uninstall();
      CountDownLatch refreshed = new CountDownLatch(1);
      felix
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundle), event -> refreshed.countDown());
      refreshed.await(30, TimeUnit.SECONDS);
    } catch (BundleException e) {
      throw new PluginFailure("The bundle did not stop: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startGemini() throws BundleException, IOException, ClassNotFoundException {
    context().installBundle("extender-threads", ExtenderThreads.fragment());
    List<Bundle> bundles = new ArrayList<>();
    bundles.add(context().installBundle("spring-namespaces", SpringNamespaces.bundle()));
    for (String name : GEMINI) {
      try (InputStream in =
          BundleFramework.class.getResourceAsStream("/bundles/" + name + ".jar")) {
        bundles.add(context().installBundle(name, in));
      }
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
    contexts.listen(context(), bundles.get(2));
  }

  private static String explain(BundleException e) {
    if (e.getType() != BundleException.RESOLVE_ERROR) {
      return "The bundle did not start: " + PluginFailure.reason(e);
    }
    String missing =
        e.getMessage().replaceAll("(?s).*osgi\\.wiring\\.package=([\\w.]+)\\).*", "$1");
    return missing.equals(e.getMessage())
        ? "The bundle cannot be resolved: " + e.getMessage()
        : "The bundle imports the package "
            + missing
            + ", which the host does not offer: put the library into the jar or drop the import.";
  }

  @Override
  public void close() {
    try {
      felix.stop();
      felix.waitForStop(10_000);
    } catch (BundleException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
