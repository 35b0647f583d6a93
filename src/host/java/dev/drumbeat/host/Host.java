package dev.drumbeat.host;

import dev.drumbeat.host.api.ApiServlet;
import dev.drumbeat.host.api.AvatarServlet;
import dev.drumbeat.host.control.ControlServlet;
import dev.drumbeat.host.control.Controls;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.http.HttpServer;
import dev.drumbeat.host.issue.Tracker;
import dev.drumbeat.host.mail.MailLab;
import dev.drumbeat.host.mail.OutgoingMail;
import dev.drumbeat.host.plugin.Plugins;
import dev.drumbeat.host.sample.SampleData;
import dev.drumbeat.host.schedule.HostScheduler;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.Tokens;
import dev.drumbeat.host.user.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * The embedded host: a stand-in for Jira in which the app's jar runs as the bundle it is. For
 * development, demo, tests and benchmarks only.
 */
public final class Host implements AutoCloseable {

  private final HostOptions options;
  private final Database database;
  private final Users users;
  private final Groups groups;
  private final Tokens tokens;
  private final CurrentUser current = new CurrentUser();
  private final Tracker tracker;
  private final HostScheduler scheduler;
  private final MailLab lab;
  private final OutgoingMail outgoing = new OutgoingMail();
  private final WebSide web;
  private final Plugins plugins;

  private Host(HostOptions options, Database database) {
    this.options = options;
    this.database = database;
    this.users = new Users(database);
    this.groups = new Groups(database, users);
    this.tokens = new Tokens(database, users);
    this.tracker = new Tracker(database, users, groups, options.clock());
    this.scheduler = new HostScheduler(options.clock());
    this.lab = new MailLab(options.clock(), options.smtpPort(), options.imapPort());
    this.web = new WebSide(this);
    this.plugins =
        new Plugins(options.home(), database, HostServices.of(this, web), web.consumersOfModules());
    web.serve(plugins);
    web.server()
        .add(
            "/rest/host/1/*",
            new ControlServlet(
                new Controls(clock(), scheduler, lab, outgoing, plugins, users, tokens),
                current,
                permissions()));
    List.of("2", "latest")
        .forEach(
            v ->
                web.server().add("/rest/api/" + v + "/*", new ApiServlet(tracker, users, current)));
    List.of("useravatar", "projectavatar")
        .forEach(path -> web.server().add("/secure/" + path, new AvatarServlet()));
  }

  /** Starts everything and answers once requests are served; no app is installed yet. */
  public static Host start(HostOptions options) {
    try {
      Files.createDirectories(options.home().resolve("shared"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Database database = options.databases().open(options.home());
    try {
      return new Host(options, database);
    } catch (RuntimeException e) {
      // A server of its own would outlive a process that does not start.
      database.close();
      throw e;
    }
  }

  /** Fills an empty host with users, projects, issues and filters. */
  public void addSampleData() {
    new SampleData(database, users, groups, tracker, options.clock()).fill();
  }

  /** Where the host answers, with the context path and without a slash at its end. */
  public String url() {
    return "http://localhost:" + web.server().port() + HttpServer.CONTEXT_PATH;
  }

  public HostOptions options() {
    return options;
  }

  public HostClock clock() {
    return options.clock();
  }

  public Database database() {
    return database;
  }

  public Users users() {
    return users;
  }

  public Groups groups() {
    return groups;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Who acts on the calling thread. */
  public CurrentUser current() {
    return current;
  }

  public GlobalPermissions permissions() {
    return web.permissions();
  }

  /** Projects, issues, search, filters, comments. */
  public Tracker tracker() {
    return tracker;
  }

  public HostScheduler scheduler() {
    return scheduler;
  }

  public MailLab lab() {
    return lab;
  }

  public OutgoingMail outgoing() {
    return outgoing;
  }

  public Plugins plugins() {
    return plugins;
  }

  /** Stops the web side first, then apps, scheduler, mail and the database. */
  @Override
  public void close() {
    web.server().close();
    plugins.close();
    scheduler.close();
    lab.close();
    database.close();
  }
}
