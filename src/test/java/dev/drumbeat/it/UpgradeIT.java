package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.Host;
import dev.drumbeat.host.HostOptions;
import dev.drumbeat.host.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** The app replaced by a newer one while the host runs. */
@Tag("journey")
class UpgradeIT {

  private static final String KEY = "dev.drumbeat.jira";
  private static final String RESOURCE = "dev/drumbeat/web/MailAccountResource.class";

  @Test
  void the_new_code_answers_and_the_old_is_freed() throws Exception {
    Path home = RunningHost.home();
    try (Host host = RunningHost.start(HostOptions.forTests(home))) {
      Rest admin = Rest.as(host, "admin");
      assertThat(admin.get("/rest/drumbeat/1/mail-accounts").status()).isEqualTo(200);
      WeakReference<ClassLoader> old =
          new WeakReference<>(host.plugins().running(KEY).orElseThrow().classLoader());

      host.plugins().install(newer(home.resolve("newer.jar")));

      assertThat(host.plugins().find(KEY).orElseThrow().version()).isEqualTo("99.0.0");
      assertThat(admin.get("/rest/drumbeat/1/mail-accounts").status()).isEqualTo(404);
      assertThat(admin.get("/rest/drumbeat/1/newer-accounts").status()).isEqualTo(200);
      assertThat(collected(old)).as("the old class loader is freed").isTrue();
    }
  }

  /** The built jar with another version and one resource at another path. */
  private static Path newer(Path to) throws IOException {
    try (JarFile jar = new JarFile(RunningHost.jar().toFile());
        OutputStream file = Files.newOutputStream(to);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        try (InputStream in = jar.getInputStream(entry)) {
          out.putNextEntry(new JarEntry(entry.getName()));
          out.write(changed(entry.getName(), in.readAllBytes()));
          out.closeEntry();
        }
      }
    }
    return to;
  }

  private static byte[] changed(String name, byte[] content) {
    if (name.equals("atlassian-plugin.xml")) {
      return new String(content, StandardCharsets.UTF_8)
          .replaceFirst("<version>[^<]+</version>", "<version>99.0.0</version>")
          .getBytes(StandardCharsets.UTF_8);
    }
    return name.equals(RESOURCE) ? elsewhere(content) : content;
  }

  private static byte[] elsewhere(byte[] resource) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(resource)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                AnnotationVisitor annotation = super.visitAnnotation(descriptor, visible);
                return descriptor.equals("Ljakarta/ws/rs/Path;")
                    ? new AnnotationVisitor(Opcodes.ASM9, annotation) {
                      @Override
                      public void visit(String name, Object value) {
                        super.visit(name, "newer-accounts");
                      }
                    }
                    : annotation;
              }
            },
            0);
    return writer.toByteArray();
  }

  private static boolean collected(WeakReference<ClassLoader> loader) {
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
      byte[] pressure = new byte[1 << 20];
      pressure[0] = 1;
    }
    return loader.get() == null;
  }
}
