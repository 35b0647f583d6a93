package dev.drumbeat.facade;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The compiled facade, and the byte code that uses it. */
final class Facade {

  /** Of the host itself, for the engine of Active Objects; not part of the facade. */
  private static final List<String> NOT_OURS =
      List.of("com/atlassian/util/", "com/atlassian/plugin/util/");

  private Facade() {}

  static List<ClassNode> types() throws IOException {
    return classes(place(com.atlassian.jira.issue.Issue.class), "com/atlassian").stream()
        .filter(type -> NOT_OURS.stream().noneMatch(type.name::startsWith))
        .toList();
  }

  /** The classes of the plugin and of the host. */
  static List<ClassNode> users() throws IOException {
    List<ClassNode> users = new ArrayList<>(plugin());
    users.addAll(classes(place(com.atlassian.jira.issue.Issue.class), "dev/drumbeat/host"));
    return users;
  }

  static List<ClassNode> plugin() throws IOException {
    return classes(place(dev.drumbeat.Drumbeat.class), "dev/drumbeat");
  }

  static Stream<MethodNode> publicMethods(ClassNode type) {
    return type.methods.stream()
        .filter(m -> (m.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0)
        .filter(m -> (m.access & Opcodes.ACC_SYNTHETIC) == 0);
  }

  static String name(ClassNode type) {
    return Type.getObjectType(type.name).getClassName();
  }

  private static Path place(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ClassNode> classes(Path root, String below) throws IOException {
    List<ClassNode> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve(below))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          ClassNode node = new ClassNode();
          new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
          found.add(node);
        }
      }
    }
    return found;
  }
}
