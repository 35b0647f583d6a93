package dev.drumbeat.host.http;

import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.time.HostClock;
import dev.drumbeat.host.user.CurrentUser;
import dev.drumbeat.host.user.GlobalPermissions;
import dev.drumbeat.host.user.Groups;
import dev.drumbeat.host.user.HostUser;
import dev.drumbeat.host.user.Tokens;
import dev.drumbeat.host.user.Users;
import java.time.Instant;

/** A running server with an administrator {@code admin}/{@code admin} and a user {@code sam}. */
final class Site implements AutoCloseable {

  static final String SAM_PASSWORD = "sam's secret";

  final Database database = Databases.scratch();
  final Users users = new Users(database);
  final Groups groups = new Groups(database, users);
  final Tokens tokens = new Tokens(database, users);
  final CurrentUser current = new CurrentUser();
  final GlobalPermissions permissions = new GlobalPermissions(groups);
  final HostClock clock = HostClock.standingAt(Instant.parse("2026-03-02T09:00:00Z"));
  final XsrfTokens xsrf = new XsrfTokens();
  final WebSudo webSudo = new WebSudo(clock, true);
  final HttpServer server = new HttpServer(0, new LogInFilter(users, tokens, current));
  final HostUser admin = users.add("admin", "admin", "Ada Admin", "admin@example.com");
  final HostUser sam = users.add("sam", SAM_PASSWORD, "Sam Seller", "sam@example.com");

  Site() {
    groups.add(GlobalPermissions.ADMINISTRATORS);
    groups.join(admin, GlobalPermissions.ADMINISTRATORS);
    server.add("/login.jsp", new LogInPage(users));
    server.add("/logout", new LogOutPage(xsrf));
    server.add(WebSudo.PATH, new WebSudoPage(webSudo, users, current, permissions, xsrf));
    server.add("/whoami", new WhoAmI(current));
    server.start();
  }

  /** A browser that nobody has logged in with. */
  Browser browser() {
    return new Browser(server.port());
  }

  /** A browser of the administrator. */
  Browser adminsBrowser() {
    Browser browser = browser();
    browser.logIn("admin", "admin");
    return browser;
  }

  /** A browser of the ordinary user. */
  Browser samsBrowser() {
    Browser browser = browser();
    browser.logIn("sam", SAM_PASSWORD);
    return browser;
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
