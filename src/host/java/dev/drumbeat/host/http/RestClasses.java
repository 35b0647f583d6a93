package dev.drumbeat.host.http;

import dev.drumbeat.host.plugin.HostPlugin;
import dev.drumbeat.host.plugin.PluginModule;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds an app's resources and providers in the packages of a module, else in the whole bundle. */
final class RestClasses {

  private static final Set<String> WANTED =
      Set.of(Type.getDescriptor(Path.class), Type.getDescriptor(Provider.class));

  private RestClasses() {}

  /** Concrete classes of the bundle itself that say Path or Provider. */
  static Stream<? extends Class<?>> of(HostPlugin plugin, PluginModule module) {
    List<String> packages = module.children("package").map(e -> e.getTextContent().trim()).toList();
    return (packages.isEmpty() ? Stream.of("") : packages.stream())
        .flatMap(name -> plugin.classNames(name).stream())
        .distinct()
        .filter(name -> isWanted(plugin, name))
        .map(name -> plugin.type(name, Object.class));
  }

  /**
   * Reads the byte code, so that of all classes only those that are wanted get loaded: libraries
   * inside a bundle may refer to what is not there.
   */
  private static boolean isWanted(HostPlugin plugin, String name) {
    try (InputStream in = plugin.resource(name.replace('.', '/') + ".class").openStream()) {
      Annotations annotations = new Annotations();
      int nothingInside = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
      new ClassReader(in).accept(annotations, nothingInside);
      return annotations.wanted && !annotations.isAbstract;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read class " + name + " of " + plugin.key(), e);
    }
  }

  private static final class Annotations extends ClassVisitor {

    private boolean wanted;
    private boolean isAbstract;

    Annotations() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] types) {
      isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      wanted |= WANTED.contains(descriptor);
      return null;
    }
  }
}
