package dev.drumbeat.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The facade says what the real host says, and nothing that nobody uses. */
class FacadeTest {

  private static final Path REFERENCE = Path.of("../shared/host-api/main-job.tsv");

  private static final Set<String> OF_EVERY_OBJECT =
      Set.of("equals", "hashCode", "toString", "values", "valueOf", "<init>", "compareTo");

  @Test
  void every_member_has_the_descriptor_of_the_real_host() throws IOException {
    Assumptions.assumeTrue(Files.exists(REFERENCE), "the reference of host members is not here");
    Map<String, Set<String>> real = reference();
    Set<String> wrong = new TreeSet<>();
    for (ClassNode type : Facade.types()) {
      for (MethodNode method : Facade.publicMethods(type).toList()) {
        String member = Facade.name(type) + "#" + method.name;
        if (real.containsKey(member) && !real.get(member).contains(method.desc)) {
          wrong.add(member + method.desc + " is really " + real.get(member));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_type_and_member_is_of_the_kind_that_it_is_on_the_real_host() throws IOException {
    Assumptions.assumeTrue(Files.exists(REFERENCE), "the reference of host members is not here");
    Map<String, ClassNode> types =
        Facade.types().stream().collect(Collectors.toMap(Facade::name, t -> t));
    Set<String> wrong = new TreeSet<>();
    for (String[] real : lines()) {
      ClassNode type = types.get(real[0]);
      if (type != null && !kind(type).equals(real[1])) {
        wrong.add(real[0] + " is really " + real[1]);
      }
      if (type != null && isOtherwiseStatic(type, real)) {
        wrong.add(real[0] + "#" + real[2] + " is static or not, the other way round");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String kind(ClassNode type) {
    if ((type.access & Opcodes.ACC_ANNOTATION) != 0) {
      return "annotation";
    }
    if ((type.access & Opcodes.ACC_ENUM) != 0) {
      return "enum";
    }
    return (type.access & Opcodes.ACC_INTERFACE) != 0 ? "interface" : "class";
  }

  private static boolean isOtherwiseStatic(ClassNode type, String[] real) {
    return Facade.publicMethods(type)
        .filter(m -> m.name.equals(real[2]) && m.desc.equals(real[3]))
        .anyMatch(m -> ((m.access & Opcodes.ACC_STATIC) != 0) != real[4].equals("1"));
  }

  @Test
  void every_type_is_used_by_the_plugin_or_by_what_the_host_does_for_it() throws IOException {
    Map<String, ClassNode> types =
        Facade.types().stream().collect(Collectors.toMap(t -> t.name, t -> t));
    Set<String> reached = new HashSet<>();
    Facade.users().forEach(own -> reach(mentioned(own), types, reached));
    assertThat(types.keySet().stream().filter(name -> !reached.contains(name)).sorted()).isEmpty();
  }

  @Test
  void every_member_is_called_by_the_plugin_or_the_host_or_answered_by_the_plugin()
      throws IOException {
    Set<String> used = new HashSet<>();
    for (ClassNode own : Facade.users()) {
      used.addAll(called(own));
    }
    Facade.plugin().stream()
        .flatMap(own -> own.methods.stream())
        .forEach(method -> used.add(method.name + method.desc));
    Set<String> unused = new TreeSet<>();
    for (ClassNode type : Facade.types()) {
      Facade.publicMethods(type)
          .filter(method -> !OF_EVERY_OBJECT.contains(method.name))
          .filter(method -> !used.contains(method.name + method.desc))
          .forEach(method -> unused.add(Facade.name(type) + "#" + method.name + method.desc));
    }
    assertThat(unused).isEmpty();
  }

  private static Set<String> called(ClassNode own) {
    Set<String> called = new HashSet<>();
    for (MethodNode method : own.methods) {
      for (AbstractInsnNode step : method.instructions) {
        if (step instanceof MethodInsnNode call) {
          called.add(call.name + call.desc);
        } else if (step instanceof InvokeDynamicInsnNode lambda) {
          Stream.of(lambda.bsmArgs)
              .filter(Handle.class::isInstance)
              .map(Handle.class::cast)
              .forEach(handle -> called.add(handle.getName() + handle.getDesc()));
        }
      }
    }
    return called;
  }

  private static void reach(Set<String> names, Map<String, ClassNode> types, Set<String> reached) {
    for (String name : names) {
      if (types.containsKey(name) && reached.add(name)) {
        reach(mentioned(types.get(name)), types, reached);
      }
    }
  }

  private static Set<String> mentioned(ClassNode type) {
    Set<String> names = new HashSet<>();
    type.accept(
        new ClassRemapper(
            new ClassWriter(0),
            new Remapper() {
              @Override
              public String map(String name) {
                names.add(name);
                return name;
              }
            }));
    return names;
  }

  private static Map<String, Set<String>> reference() throws IOException {
    Map<String, Set<String>> real = new HashMap<>();
    for (String[] cells : lines()) {
      if (cells[3].startsWith("(")) {
        Type.getMethodType(cells[3]);
        real.computeIfAbsent(cells[0] + "#" + cells[2], m -> new HashSet<>()).add(cells[3]);
      }
    }
    return real;
  }

  private static List<String[]> lines() throws IOException {
    return Files.readAllLines(REFERENCE).stream().skip(1).map(line -> line.split("\t")).toList();
  }
}
