package dev.drumbeat.sending;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether anything may leave at all (semantics §3, 0): off after installation, off where the host's
 * own mail is off, and off on a copy or a restored backup until an administrator turns it on (X7).
 * Shared by all nodes.
 */
public final class SendingSwitch {

  /** The name under which an order to remove all data is kept until it is carried out. */
  public static final String REMOVAL = "drumbeat.removal";

  /** The identity of the instance that was turned on; nothing while it is off. */
  private static final String TURNED_ON = "drumbeat.sendingOn";

  private static final Logger LOG = LoggerFactory.getLogger(SendingSwitch.class);

  private final PluginSettingsFactory settings;
  private final HostMail hostMail;
  private final InstanceIdentity identity;

  public SendingSwitch(
      PluginSettingsFactory settings, HostMail hostMail, InstanceIdentity identity) {
    this.settings = settings;
    this.hostMail = hostMail;
    this.identity = identity;
  }

  /** Why nothing may leave; empty when something may. */
  public Optional<Reason> hold() {
    if (!isOn()) {
      return Optional.of(Reason.of("drumbeat.hold.off"));
    }
    if (hostMail.isDisabled()) {
      return Optional.of(Reason.of("drumbeat.hold.host-mail"));
    }
    return isOnHere() ? Optional.empty() : Optional.of(Reason.of("drumbeat.hold.copied"));
  }

  /** Whether an administrator turned it on, here or where this instance was copied from. */
  public boolean isOn() {
    return settings().get(TURNED_ON) != null;
  }

  /** Whether somebody has stopped it since {@link #hold} was asked. */
  boolean isStopped() {
    return !isOn() || hostMail.isDisabled();
  }

  /** Whether an administrator turned it on for this very instance (X7). */
  public boolean isOnHere() {
    return identity.isStill(settings().get(TURNED_ON));
  }

  /** Whether it was turned on for another instance than this one has become (X7). */
  public boolean isCopy() {
    return isOn() && !isOnHere();
  }

  /** The file by which a restored backup is known, if it cannot be used; empty when it can. */
  public Optional<String> restoreGuardFault() {
    return identity.restoreGuardFault();
  }

  /** Lets this very instance send; refused while all data are being removed. */
  public void turnOn(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    if (settings().get(REMOVAL) != null) {
      throw new Conflict(Reason.of("drumbeat.removal.under-way"));
    }
    settings().put(TURNED_ON, identity.confirmed());
    LOG.info("Sending was switched on for this instance");
  }

  /** Notes how far the sends are, so that a restored backup is known. */
  void noteSends() {
    identity.noteSends();
  }

  /** Stops everything that has not been handed over (P3). */
  public void turnOff(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    settings().remove(TURNED_ON);
    LOG.info("Sending was switched off");
  }

  /** Asked for each time, as the host wants it. */
  private PluginSettings settings() {
    return settings.createGlobalSettings();
  }
}
