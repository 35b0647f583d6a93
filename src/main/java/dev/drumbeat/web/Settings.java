package dev.drumbeat.web;

import com.atlassian.jira.security.groups.GroupManager;
import dev.drumbeat.audience.People;
import dev.drumbeat.reply.CommentSettings;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendingSwitch;

/** What administrators decide for the whole instance. Everything is checked before any of it is. */
public final class Settings {

  private final SendingSwitch sending;
  private final CommentSettings comments;
  private final People people;
  private final GroupManager groups;

  public Settings(
      SendingSwitch sending, CommentSettings comments, People people, GroupManager groups) {
    this.sending = sending;
    this.comments = comments;
    this.people = people;
    this.groups = groups;
  }

  SettingsBody get(Actor actor) {
    actor.mustHave(Right.ADMINISTER);
    return new SettingsBody(sending.isOnHere(), SettingsBody.Comments.of(comments.get()));
  }

  /** Turning sending on says that this instance is no copy of another (X7). */
  SettingsBody change(Actor actor, SettingsBody body) {
    actor.mustHave(Right.ADMINISTER);
    check(body);
    if (body.replyComments() != null) {
      comments.put(actor, body.replyComments().rules());
    }
    if (body.sendingEnabled() != null) {
      turn(actor, body.sendingEnabled());
    }
    return get(actor);
  }

  private void check(SettingsBody body) {
    SettingsBody.Comments wanted = body.replyComments();
    Problems problems = new Problems();
    if (wanted != null && wanted.author() != null && !people.isActive(wanted.author())) {
      problems.add("replyComments.author", "drumbeat.invalid.user", wanted.author());
    }
    if (wanted != null && wanted.group() != null && !groups.groupExists(wanted.group())) {
      problems.add("replyComments.group", "drumbeat.invalid.group", wanted.group());
    }
    problems.refuse();
  }

  private void turn(Actor actor, boolean on) {
    if (on) {
      sending.turnOn(actor);
    } else {
      sending.turnOff(actor);
    }
  }
}
