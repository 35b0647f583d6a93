package dev.drumbeat.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Jar;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.plugin.InstalledPlugin;
import dev.drumbeat.host.plugin.PluginFailure;
import dev.drumbeat.host.plugin.Plugins;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar built once more with the build's own rules, but with one library left out. */
class ForgottenLibraryIT {

  @Test
  void the_bundle_does_not_resolve_and_the_host_names_the_library(@TempDir Path folder)
      throws Exception {
    Path jar = without("org/apache/velocity", folder);

    try (Database database = Databases.scratch();
        Plugins plugins = new Plugins(folder, database, List.of(), List.of())) {
      assertThatThrownBy(() -> plugins.install(jar))
          .isInstanceOf(PluginFailure.class)
          .hasMessageContaining("imports the package org.apache.velocity");
      assertThat(plugins.find("dev.drumbeat.jira").orElseThrow().state())
          .isEqualTo(InstalledPlugin.State.FAILED);
    }
  }

  private static Path without(String library, Path folder) throws Exception {
    try (Jar jar = new Jar(new File(System.getProperty("drumbeat.jar")));
        Analyzer analyzer = new Analyzer()) {
      jar.removePrefix(library);
      Properties rules = new Properties();
      rules.putAll(analyzer.loadProperties(new File("src/main/bnd/plugin.bnd")));
      rules.remove("-includeresource");
      analyzer.setBase(new File("."));
      analyzer.setProperties(rules);
      analyzer.setProperty("project.basedir", new File(".").getAbsolutePath());
      analyzer.setJar(jar);
      jar.setManifest(analyzer.calcManifest());
      Path file = folder.resolve("forgotten.jar");
      jar.write(file.toFile());
      return file;
    }
  }
}
