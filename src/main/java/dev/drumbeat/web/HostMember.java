package dev.drumbeat.web;

import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One member of the host that our byte code names: found as the JVM would find it. */
record HostMember(
    String owner, boolean ofInterface, boolean isStatic, String name, String descriptor) {

  /** Reads a line of the build's list, five columns with tabs between. */
  static HostMember of(String line) {
    String[] columns = line.split("\t", -1);
    return new HostMember(
        columns[0],
        columns[1].equals("interface"),
        columns[2].equals("static"),
        columns[3],
        columns[4]);
  }

  /** Why the host cannot serve it; empty when it can. No class of the host is initialised. */
  Optional<String> fault(ClassLoader host) {
    try {
      Class<?> type = Class.forName(owner, false, host);
      if (isMethod() && type.isInterface() != ofInterface) {
        return Optional.of(type.isInterface() ? "is an interface here" : "is a class here");
      }
      return exists(type, host) ? Optional.empty() : Optional.of("is not there");
    } catch (ClassNotFoundException e) {
      return Optional.of("its type is not there");
    } catch (LinkageError | TypeNotPresentException e) {
      return Optional.of("a type in its signature is not there: " + e.getMessage());
    }
  }

  private boolean isMethod() {
    return descriptor.startsWith("(");
  }

  private boolean exists(Class<?> type, ClassLoader host) {
    MethodType shape =
        MethodType.fromMethodDescriptorString(isMethod() ? descriptor : "()" + descriptor, host);
    if (name.equals("<init>")) {
      return Arrays.stream(type.getDeclaredConstructors())
          .anyMatch(c -> Arrays.equals(c.getParameterTypes(), shape.parameterArray()));
    }
    return withSuperTypes(type).stream()
        .anyMatch(t -> isMethod() ? hasMethod(t, shape) : hasField(t, shape.returnType()));
  }

  private boolean hasMethod(Class<?> type, MethodType shape) {
    return Arrays.stream(type.getDeclaredMethods()).anyMatch(m -> is(m, shape));
  }

  private boolean is(Method method, MethodType shape) {
    return isNamed(method)
        && method.getReturnType() == shape.returnType()
        && Arrays.equals(method.getParameterTypes(), shape.parameterArray());
  }

  private boolean hasField(Class<?> type, Class<?> ofType) {
    return Arrays.stream(type.getDeclaredFields())
        .anyMatch((Field f) -> isNamed(f) && f.getType() == ofType);
  }

  private boolean isNamed(Member member) {
    return member.getName().equals(name) && Modifier.isStatic(member.getModifiers()) == isStatic;
  }

  private static Set<Class<?>> withSuperTypes(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    collect(type, all);
    if (type.isInterface()) {
      all.add(Object.class);
    }
    return all;
  }

  private static void collect(@Nullable Class<?> type, Set<Class<?>> all) {
    if (type != null && all.add(type)) {
      collect(type.getSuperclass(), all);
      Arrays.stream(type.getInterfaces()).forEach(i -> collect(i, all));
    }
  }

  @Override
  public String toString() {
    return owner + "#" + name + descriptor;
  }
}
