package dev.drumbeat.host.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Run by the build: reads the plugin's byte code and lists every member of the host that it calls,
 * so that the app can look each of them up when it starts. One line a member: owner, interface or
 * class, static or not, name, descriptor, tab separated.
 */
public final class HostMembers {

  private static final List<String> HOST = List.of("com/atlassian/", "net/java/ao/");

  private HostMembers() {}

  /**
   * Takes the folder of the plugin's classes and writes {@code META-INF/host-members.tsv} there.
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    Path list = classes.resolve("META-INF/host-members.tsv");
    Files.createDirectories(list.getParent());
    Files.write(list, usedBy(classes));
  }

  static Set<String> usedBy(Path classes) throws IOException {
    Set<String> members = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes.resolve("dev/drumbeat"))) {
      files.filter(f -> f.toString().endsWith(".class")).forEach(f -> read(f, members));
    }
    return members;
  }

  private static void read(Path file, Set<String> members) {
    try (InputStream in = Files.newInputStream(file)) {
      new ClassReader(in).accept(new Calls(members), ClassReader.SKIP_DEBUG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Calls extends ClassVisitor {

    private final Set<String> members;

    Calls(Set<String> members) {
      super(Opcodes.ASM9);
      this.members = members;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          add(owner, isInterface, opcode == Opcodes.INVOKESTATIC, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
          boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
          add(owner, false, isStatic, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
          for (Object argument : arguments) {
            if (argument instanceof Handle h) {
              boolean isStatic = h.getTag() == Opcodes.H_INVOKESTATIC;
              add(h.getOwner(), h.isInterface(), isStatic, h.getName(), h.getDesc());
            }
          }
        }
      };
    }

    private void add(
        String owner, boolean isInterface, boolean isStatic, String name, String descriptor) {
      if (HOST.stream().anyMatch(owner::startsWith)) {
        members.add(
            String.join(
                "\t",
                Type.getObjectType(owner).getClassName(),
                isInterface ? "interface" : "class",
                isStatic ? "static" : "instance",
                name,
                descriptor));
      }
    }
  }
}
