package dev.drumbeat.sending;

import static dev.drumbeat.request.ActorFixture.anAdministrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import dev.drumbeat.database.Columns;
import dev.drumbeat.host.database.HostSettings;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.NotAllowed;
import dev.drumbeat.request.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingSwitchTest {

  @TempDir private Path home;
  private SendingHost host;

  @BeforeEach
  void open() {
    host = new SendingHost(home);
  }

  @AfterEach
  void close() {
    System.clearProperty("atlassian.mail.senddisabled");
    host.close();
  }

  @Test
  void off_sends_nothing_and_on_sends_what_is_due() {
    host.sending.turnOff(anAdministrator());
    host.lead("ada@example.org");
    host.launch();

    host.tick();
    assertThat(host.server.commands()).isEmpty();
    assertThat(host.sending.hold()).hasValue(Reason.of("drumbeat.hold.off"));

    host.sending.turnOn(anAdministrator());
    host.tick();
    assertThat(host.server.messages()).hasSize(1);
  }

  @Test
  void the_hosts_own_switch_holds_as_well() {
    host.hostMail.disable(true);
    assertThat(host.sending.hold()).hasValue(Reason.of("drumbeat.hold.host-mail"));
    host.hostMail.disable(false);
    assertThat(host.sending.hold()).isEmpty();

    System.setProperty("atlassian.mail.senddisabled", "true");
    assertThat(host.sending.hold()).hasValue(Reason.of("drumbeat.hold.host-mail"));
  }

  @Test
  void a_copy_stays_silent_until_an_administrator_turns_it_on_there() {
    SendingSwitch elsewhere =
        host.switchOf(new InstanceIdentity(host.sql, home, () -> "http://staging.example.org"));
    SendingSwitch moved =
        host.switchOf(
            new InstanceIdentity(host.sql, home.resolve("x"), () -> "http://jira.example.org"));

    assertThat(elsewhere.hold()).hasValue(Reason.of("drumbeat.hold.copied"));
    assertThat(moved.hold()).hasValue(Reason.of("drumbeat.hold.copied"));
    elsewhere.turnOn(anAdministrator());

    assertThat(elsewhere.hold()).isEmpty();
    assertThat(host.sending.hold()).hasValue(Reason.of("drumbeat.hold.copied"));
  }

  @Test
  void a_restored_backup_stays_silent_until_an_administrator_turns_it_on_again() {
    host.leads(2);
    host.launch();
    host.tick();
    host.sql.write(c -> Claims.TABLE.delete(c, Columns.of("STATE", "SENT")));

    assertThat(host.sending.hold()).hasValue(Reason.of("drumbeat.hold.copied"));
    host.sending.turnOn(anAdministrator());

    assertThat(host.sending.hold()).isEmpty();
  }

  @Test
  void stopping_ends_the_tick_between_two_messages() {
    host.leads(5);
    host.launch();
    SendingJob engine = host.engine("node-1");
    host.server.beforeAnsweringTheBody(engine::stop);

    SendingHost.tick(engine);

    assertThat(host.server.messages()).hasSize(1);
    host.restart();
    host.tick();
    assertThat(host.server.recipients()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void switching_is_a_matter_for_administrators() {
    assertThatThrownBy(() -> host.sending.turnOff(host.sam())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> host.sending.turnOn(host.sam())).isInstanceOf(NotAllowed.class);
    assertThat(host.sending.isOn()).isTrue();
  }

  @Test
  void nothing_is_switched_on_while_all_data_are_being_removed() {
    PluginSettings settings = new HostSettings(host.issues.database).createGlobalSettings();
    host.sending.turnOff(anAdministrator());
    settings.put(SendingSwitch.REMOVAL, "ordered");

    assertThatThrownBy(() -> host.sending.turnOn(anAdministrator())).isInstanceOf(Conflict.class);
    assertThat(host.sending.isOn()).isFalse();

    settings.remove(SendingSwitch.REMOVAL);
    host.sending.turnOn(anAdministrator());
    assertThat(host.sending.isOn()).isTrue();
  }

  @Test
  void switching_off_stops_the_tick_before_the_next_message() {
    host.leads(5);
    host.launch();
    host.server.beforeAnsweringTheBody(() -> host.sending.turnOff(anAdministrator()));

    host.tick();

    assertThat(host.server.messages()).hasSize(1);
  }
}
