package dev.drumbeat.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.velocity.util.introspection.Info;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: what a template could reach if the check of its text let something through. */
class MailUberspectTest {

  private static final Object[] NOTHING = {};
  private static final Info HERE = new Info("mail", 1, 1);

  private final MailUberspect uberspect = new MailUberspect();

  @ParameterizedTest
  @ValueSource(
      strings = {"getClass", "wait", "hashCode", "getBytes", "intern", "format", "repeat", "chars"})
  void a_text_has_no_other_method(String name) {
    assertThat(uberspect.getMethod("text", name, NOTHING, HERE)).isNull();
  }

  static List<Object> otherThings() {
    Effort effort = new Effort();
    return List.of(
        1,
        true,
        new ValueGroup(Map.of(), effort),
        new ValueList(List.of(), effort),
        Map.of("a", "b"),
        List.of("a"),
        String.class,
        Thread.currentThread());
  }

  @ParameterizedTest
  @MethodSource("otherThings")
  void nothing_but_text_has_methods_and_nothing_can_be_set(Object thing) {
    assertThat(uberspect.getMethod(thing, "toString", NOTHING, HERE)).isNull();
    assertThat(uberspect.getMethod(thing, "trim", NOTHING, HERE)).isNull();
    assertThat(uberspect.getPropertySet(thing, "a", "b", HERE)).isNull();
  }

  static List<Object> thingsWithoutProperties() {
    return List.of("text", 1, true, String.class, Map.of("a", "b"), List.of("a"));
  }

  @ParameterizedTest
  @MethodSource("thingsWithoutProperties")
  void a_value_has_no_properties_and_only_lists_of_the_lead_have_turns(Object thing) {
    assertThat(uberspect.getPropertyGet(thing, "class", HERE)).isNull();
    assertThat(uberspect.getIterator(thing, HERE)).isNull();
  }
}
