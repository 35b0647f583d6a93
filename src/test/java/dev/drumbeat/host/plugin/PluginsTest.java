package dev.drumbeat.host.plugin;

import static dev.drumbeat.host.plugin.BundleFixture.anApp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

  private static final String KEY = "org.example.app";
  private static final Remembering held = new Remembering();
  private static Database database;
  private static Plugins plugins;

  @TempDir Path folder;

  /** Keeps the app that is up, as a servlet container would. */
  private static final class Remembering implements ModuleConsumer {
    private volatile HostPlugin plugin;
    private volatile CountDownLatch wait = new CountDownLatch(0);

    @Override
    public void enable(HostPlugin enabled) {
      plugin = enabled;
      try {
        wait.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void disable(HostPlugin disabled) {
      plugin = null;
    }
  }

  @BeforeAll
  static void start(@TempDir Path home) {
    database = Databases.scratch();
    plugins = new Plugins(home, database, List.of(), List.of(held));
  }

  @AfterAll
  static void stop() {
    plugins.close();
    database.close();
  }

  @AfterEach
  void remove() {
    plugins.find(KEY).ifPresent(app -> plugins.uninstall(KEY));
  }

  @Test
  void an_app_without_faults_is_enabled() throws Exception {
    assertThat(plugins.install(anApp(folder).build()).state())
        .isEqualTo(InstalledPlugin.State.ENABLED);
  }

  @Test
  void a_missing_import_is_named() throws Exception {
    Path jar = anApp(folder).imports("org.forgotten.library").build();

    assertThatThrownBy(() -> plugins.install(jar))
        .isInstanceOf(PluginFailure.class)
        .hasMessageContaining("imports the package org.forgotten.library");
    assertThat(plugins.find(KEY).orElseThrow().state()).isEqualTo(InstalledPlugin.State.FAILED);
  }

  @Test
  void a_library_of_the_host_stays_invisible() throws Exception {
    Path jar = anApp(folder).imports("org.quartz").build();

    assertThatThrownBy(() -> plugins.install(jar)).hasMessageContaining("org.quartz");
  }

  @Test
  void an_app_that_throws_while_starting_fails_with_its_reason() throws Exception {
    Path jar =
        anApp(folder)
            .source(
                "app.Bad",
                "package app; public class Bad { public Bad() { throw new IllegalStateException(\"no oil\"); } }")
            .beans("<bean class='app.Bad'/>")
            .build();

    assertThatThrownBy(() -> plugins.install(jar)).hasMessageContaining("no oil");
    assertThat(plugins.find(KEY).orElseThrow().reason()).contains("no oil");
  }

  @Test
  void a_broken_descriptor_is_refused_with_line_and_column() throws Exception {
    Path jar =
        anApp(folder).descriptor("<atlassian-plugin key='x'>\n<oops></atlassian-plugin>").build();

    assertThatThrownBy(() -> plugins.install(jar)).hasMessageContaining("line 2, column");
  }

  @Test
  void two_modules_of_one_key_are_refused() throws Exception {
    Path jar = anApp(folder).modules("<servlet key='a'/><web-item key='a'/>").build();

    assertThatThrownBy(() -> plugins.install(jar))
        .hasMessageContaining("Two modules have the key " + KEY + ":a");
  }

  @Test
  void a_jar_without_the_key_in_its_manifest_is_refused() throws Exception {
    Path jar = anApp(folder).header(null).build();

    assertThatThrownBy(() -> plugins.install(jar)).hasMessageContaining("Atlassian-Plugin-Key");
  }

  @Test
  void tables_are_not_there_while_the_context_is_built() throws Exception {
    Path jar =
        anApp(folder)
            .imports("com.atlassian.activeobjects.external", "net.java.ao", "net.java.ao.schema")
            .source(
                "app.Early",
                "package app; public class Early { public Early(com.atlassian.activeobjects.external.ActiveObjects ao) { ao.delete(); } }")
            .beans(
                "<osgi:reference id='ao' interface='com.atlassian.activeobjects.external.ActiveObjects'/><bean class='app.Early'/>")
            .build();

    assertThatThrownBy(() -> plugins.install(jar))
        .hasMessageContaining("are there once it is enabled");
  }

  @Test
  void a_failed_upgrade_leaves_the_host_up_and_a_good_one_repairs_it() throws Exception {
    plugins.install(anApp(folder).build());
    Path bad = anApp(folder).version("1.1.0").imports("org.forgotten.library").build();

    assertThatThrownBy(() -> plugins.install(bad)).isInstanceOf(PluginFailure.class);
    plugins.install(anApp(folder).version("1.2.0").build());

    assertThat(plugins.find(KEY).orElseThrow())
        .isEqualTo(new InstalledPlugin(KEY, "App", "1.2.0", InstalledPlugin.State.ENABLED, ""));
  }

  @Test
  void an_upgrade_answers_with_the_new_code_and_frees_the_old() throws Exception {
    plugins.install(saying("old", "1.0.0"));
    WeakReference<ClassLoader> old = new WeakReference<>(held.plugin.classLoader());
    assertThat(said()).isEqualTo("old");

    plugins.install(saying("new", "1.1.0"));

    assertThat(said()).isEqualTo("new");
    assertThat(collected(old)).isTrue();
  }

  @Test
  void a_disabled_app_comes_up_again() throws Exception {
    plugins.install(saying("again", "1.0.0"));
    plugins.disable(KEY);
    assertThat(held.plugin).isNull();

    plugins.enable(KEY);

    assertThat(said()).isEqualTo("again");
  }

  @Test
  void a_failed_upgrade_brings_the_old_version_back_and_keeps_its_jar() throws Exception {
    plugins.install(saying("old", "1.0.0"));
    Path bad = anApp(folder).version("1.1.0").imports("org.forgotten.library").build();

    assertThatThrownBy(() -> plugins.install(bad))
        .hasMessageContaining("org.forgotten.library")
        .hasMessageEndingWith("(version 1.0.0 is up again)");

    assertThat(said()).isEqualTo("old");
    plugins.disable(KEY);
    assertThat(plugins.enable(KEY).version()).isEqualTo("1.0.0");
  }

  @Test
  void a_failed_upgrade_of_a_disabled_app_leaves_it_disabled() throws Exception {
    plugins.install(saying("old", "1.0.0"));
    InstalledPlugin off = plugins.disable(KEY);
    Path bad = anApp(folder).version("1.1.0").imports("org.forgotten.library").build();

    assertThatThrownBy(() -> plugins.install(bad)).hasMessageContaining("switched off");

    assertThat(plugins.find(KEY)).contains(off);
  }

  @Test
  void an_error_at_start_is_the_reason_and_a_good_version_repairs_it() throws Exception {
    Path jar = living("throw new AssertionError(\"no oil\");", "");

    assertThatThrownBy(() -> plugins.install(jar))
        .isInstanceOf(PluginFailure.class)
        .hasMessage(KEY + " 1.0.0: java.lang.AssertionError: no oil");
    assertThat(plugins.find(KEY).orElseThrow().state()).isEqualTo(InstalledPlugin.State.FAILED);
    assertThat(plugins.install(living("", "")).state()).isEqualTo(InstalledPlugin.State.ENABLED);
  }

  @Test
  void an_app_that_fails_to_stop_is_upgraded_all_the_same() throws Exception {
    plugins.install(living("", "throw new StackOverflowError();"));

    assertThat(plugins.install(living("", "")).state()).isEqualTo(InstalledPlugin.State.ENABLED);
  }

  private Path living(String start, String stop) throws Exception {
    return anApp(folder)
        .imports("com.atlassian.sal.api.lifecycle")
        .source(
            "app.Life",
            "package app; public class Life implements com.atlassian.sal.api.lifecycle.LifecycleAware { public void onStart() { "
                + start
                + " } public void onStop() { "
                + stop
                + " } }")
        .beans(
            "<bean id='life' class='app.Life'/><osgi:service ref='life' interface='com.atlassian.sal.api.lifecycle.LifecycleAware'/>")
        .build();
  }

  @Test
  void a_key_that_is_no_file_name_is_refused_before_anything_is_done() throws Exception {
    Path jar = anApp(folder).key("../../evil").build();

    assertThatThrownBy(() -> plugins.install(jar))
        .isInstanceOf(PluginFailure.class)
        .hasMessageContaining("\"../../evil\"");
    assertThat(plugins.find("../../evil")).isEmpty();
  }

  @Test
  void the_apps_are_listed_while_one_is_starting() throws Exception {
    plugins.install(saying("old", "1.0.0"));
    Path newer = saying("new", "1.1.0");
    held.wait = new CountDownLatch(1);
    // Threads of their own: the common pool may have only one.
    Executor threads = task -> new Thread(task).start();
    CompletableFuture<?> upgrade =
        CompletableFuture.runAsync(() -> plugins.install(newer), threads);
    try {
      while (!isHeld("1.1.0")) {
        Thread.onSpinWait();
      }

      CompletableFuture<List<InstalledPlugin>> list =
          CompletableFuture.supplyAsync(plugins::all, threads);

      assertThat(list.get(5, TimeUnit.SECONDS)).hasSize(1);
    } finally {
      held.wait.countDown();
      upgrade.join();
    }
  }

  /** Reads once: in the middle of an upgrade there is no app at all. */
  private static boolean isHeld(String version) {
    HostPlugin plugin = held.plugin;
    return plugin != null && plugin.descriptor().version().equals(version);
  }

  @Test
  void a_host_that_starts_again_has_its_apps_back(@TempDir Path home) throws Exception {
    try (Plugins before = another(home)) {
      before.install(anApp(folder).build());
      before.install(anApp(folder).key("org.example.off").version("2.0.0").build());
      before.install(anApp(folder).key("org.example.gone").version("3.0.0").build());
      before.disable("org.example.off");
      before.uninstall("org.example.gone");
    }

    try (Plugins after = another(home)) {
      after.restore();

      assertThat(after.all())
          .containsExactlyInAnyOrder(
              new InstalledPlugin(KEY, "App", "1.0.0", InstalledPlugin.State.ENABLED, ""),
              new InstalledPlugin(
                  "org.example.off", "App", "2.0.0", InstalledPlugin.State.DISABLED, ""));
    }
  }

  private static Plugins another(Path home) {
    return new Plugins(home, database, List.of(), List.of());
  }

  private Path saying(String word, String version) throws Exception {
    return anApp(folder)
        .version(version)
        .source(
            "app.Word",
            "package app; public class Word implements java.util.concurrent.Callable<String> { public String call() { return \""
                + word
                + "\"; } }")
        .build();
  }

  @SuppressWarnings("unchecked") // the fixture's class is a Callable of text
  private static String said() throws Exception {
    Class<? extends Callable<String>> type =
        (Class<? extends Callable<String>>) (Class<?>) held.plugin.type("app.Word", Callable.class);
    return held.plugin.create(type).call();
  }

  private static boolean collected(WeakReference<ClassLoader> loader) {
    for (int i = 0; i < 50 && loader.get() != null; i++) {
      System.gc();
      byte[] pressure = new byte[1 << 20];
      pressure[0] = 1;
    }
    return loader.get() == null;
  }
}
