package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostMemberTest {

  /** A host as the app would meet it. */
  interface Service extends Parent {
    String name(long id);

    static int count() {
      return 0;
    }
  }

  interface Parent {
    void close();
  }

  static class Thing extends Base {
    static final Long LIMIT = 5L;

    static {
      fail();
    }

    Thing(String name) {}

    private static void fail() {
      throw new AssertionError("a class of the host was initialised");
    }
  }

  static class Base {
    int size() {
      return 0;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Service, interface, instance, name, (J)Ljava/lang/String;",
    "Service, interface, instance, close, ()V",
    "Service, interface, instance, toString, ()Ljava/lang/String;",
    "Service, interface, static, count, ()I",
    "Thing, class, instance, size, ()I",
    "Thing, class, instance, <init>, (Ljava/lang/String;)V",
    "Thing, class, static, LIMIT, Ljava/lang/Long;"
  })
  void a_member_is_found_where_the_jvm_finds_it(
      String owner, String kind, String how, String name, String descriptor) {
    assertThat(fault(owner, kind, how, name, descriptor)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "Service, interface, instance, name, (I)Ljava/lang/String;, is not there",
    "Service, interface, instance, name, (J)Ljava/lang/Object;, is not there",
    "Service, interface, static, name, (J)Ljava/lang/String;, is not there",
    "Service, interface, instance, rename, ()V, is not there",
    "Service, class, instance, name, (J)Ljava/lang/String;, is an interface here",
    "Thing, interface, instance, size, ()I, is a class here",
    "Thing, class, instance, <init>, ()V, is not there",
    "Thing, class, static, LIMIT, J, is not there",
    "Gone, class, instance, size, ()I, its type is not there"
  })
  void what_would_not_link_is_told(
      String owner, String kind, String how, String name, String descriptor, String fault) {
    assertThat(fault(owner, kind, how, name, descriptor)).isEqualTo(fault);
  }

  @Test
  void a_signature_with_a_type_that_is_gone_is_told() {
    assertThat(fault("Service", "interface", "instance", "name", "(Lcom/gone/Type;)V"))
        .contains("a type in its signature is not there", "com.gone.Type");
  }

  private static String fault(
      String owner, String kind, String how, String name, String descriptor) {
    String type = HostMemberTest.class.getName() + "$" + owner;
    return HostMember.of(String.join("\t", type, kind, how, name, descriptor))
        .fault(HostMemberTest.class.getClassLoader())
        .orElse("none");
  }
}
