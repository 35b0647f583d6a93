package dev.drumbeat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HostCheckTest {

  @Test
  void the_facade_offers_every_member_that_the_app_uses() {
    HostCheck check = new HostCheck();

    check.run();

    assertThat(check.missing()).isEmpty();
  }

  @Test
  void what_a_host_lacks_is_listed_by_name() {
    HostCheck check =
        new HostCheck(
            listing(
                "com.atlassian.sal.api.ApplicationProperties\tinterface\tinstance\tgetLicence\t()V\n"
                    + "com.atlassian.sal.api.ApplicationProperties\tinterface\tinstance\tgetVersion"
                    + "\t()Ljava/lang/String;\n"));

    check.run();

    assertThat(check.missing())
        .containsExactly("com.atlassian.sal.api.ApplicationProperties#getLicence()V is not there");
  }

  private static ClassLoader listing(String members) {
    return new ClassLoader(HostCheckTest.class.getClassLoader()) {
      @Override
      public InputStream getResourceAsStream(String name) {
        return new ByteArrayInputStream(members.getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
