package dev.drumbeat.web;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.security.groups.GroupManager;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import dev.drumbeat.audience.InstanceRules;
import dev.drumbeat.audience.People;
import dev.drumbeat.audience.RuleSettings;
import dev.drumbeat.reply.CommentSettings;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendingSwitch;

/**
 * What administrators decide for the whole instance. Everything is checked before any of it is, and
 * two of them never change it at one moment.
 */
public final class Settings {

  private final SendingSwitch sending;
  private final CommentSettings comments;
  private final RuleSettings rules;
  private final People people;
  private final GroupManager groups;
  private final ProjectRoleManager roles;
  private final ClusterLockService locks;

  public Settings(
      SendingSwitch sending,
      CommentSettings comments,
      RuleSettings rules,
      People people,
      GroupManager groups,
      ProjectRoleManager roles,
      ClusterLockService locks) {
    this.sending = sending;
    this.comments = comments;
    this.rules = rules;
    this.people = people;
    this.groups = groups;
    this.roles = roles;
    this.locks = locks;
  }

  /** All of it as it is. */
  public SettingsBody get(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    return SettingsBody.of(sending.isOnHere(), comments.get(), rules.get());
  }

  /** Turning sending on says that this instance is no copy of another (X7). */
  SettingsBody change(Actor actor, SettingsBody body) {
    actor.mustHave(Right.ADMINISTER);
    ClusterLock lock = locks.getLockForName("drumbeat.settings");
    lock.lock();
    try {
      put(actor, body);
    } finally {
      lock.unlock();
    }
    if (body.sendingEnabled() != null) {
      turn(actor, body.sendingEnabled());
    }
    return get(actor);
  }

  private void put(Actor actor, SettingsBody body) {
    InstanceRules before = rules.get();
    int version = SettingsBody.version(comments.get(), before);
    if (body.version() != null && body.version() != version) {
      throw Conflict.stale(version);
    }
    InstanceRules after = new SettingsCheck(people, groups, roles).check(body, before);
    if (!after.equals(before)) {
      rules.put(actor, after);
    }
    if (body.replyComments() != null) {
      comments.put(actor, body.replyComments().rules());
    }
  }

  private void turn(Actor actor, boolean on) {
    if (on) {
      sending.turnOn(actor);
    } else {
      sending.turnOff(actor);
    }
  }
}
