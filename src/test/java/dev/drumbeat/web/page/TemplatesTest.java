package dev.drumbeat.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drumbeat.web.TextsFixture;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.exception.VelocityException;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private final Templates templates = new Templates(TextsFixture.english());

  @Test
  void what_a_template_writes_is_escaped() {
    assertThat(message("<script>alert('x')</script>", "a \"b\" & c"))
        .contains("<h1>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</h1>")
        .contains("<p>a &quot;b&quot; &amp; c</p>");
  }

  @Test
  void markup_of_our_own_passes() {
    assertThat(
            templates
                .render("message.vm", Map.of("title", "t", "body", new SafeHtml("<b>x</b>")))
                .html())
        .contains("<p><b>x</b></p>");
  }

  @Test
  void a_name_that_does_not_exist_is_an_error_and_never_blank() {
    assertThatThrownBy(() -> templates.render("message.vm", Map.of("title", "t")))
        .isInstanceOf(VelocityException.class)
        .isInstanceOf(MethodInvocationException.class)
        .hasMessageContaining("$body");
  }

  @Test
  void a_template_gets_data_and_never_a_service() {
    Map<String, Object> service =
        Map.of("title", "t", "body", new ByteArrayInputStream(new byte[0]));

    assertThatThrownBy(() -> templates.render("message.vm", service))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                templates.render("message.vm", Map.of("body", List.of(Map.of("x", new Object())))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_thread_keeps_its_own_class_loader() {
    ClassLoader own = new ClassLoader() {};
    Thread.currentThread().setContextClassLoader(own);

    message("a", "b");

    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
  }

  private String message(String title, String body) {
    return templates.render("message.vm", Map.of("title", title, "body", body)).html();
  }
}
