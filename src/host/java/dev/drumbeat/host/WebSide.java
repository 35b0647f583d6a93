package dev.drumbeat.host;

import dev.drumbeat.host.http.HttpServer;
import dev.drumbeat.host.http.LogInAddress;
import dev.drumbeat.host.http.LogInFilter;
import dev.drumbeat.host.http.LogInPage;
import dev.drumbeat.host.http.LogOutPage;
import dev.drumbeat.host.http.RestModules;
import dev.drumbeat.host.http.ServletModules;
import dev.drumbeat.host.http.WebSudo;
import dev.drumbeat.host.http.WebSudoPage;
import dev.drumbeat.host.http.XsrfTokens;
import dev.drumbeat.host.page.Decorator;
import dev.drumbeat.host.page.Navigation;
import dev.drumbeat.host.page.ResourceServlet;
import dev.drumbeat.host.page.Templates;
import dev.drumbeat.host.page.Texts;
import dev.drumbeat.host.page.WebFragments;
import dev.drumbeat.host.page.WebResources;
import dev.drumbeat.host.page.screen.SampleAccount;
import dev.drumbeat.host.page.screen.ScreenParts;
import dev.drumbeat.host.page.screen.Screens;
import dev.drumbeat.host.plugin.ModuleConsumer;
import dev.drumbeat.host.plugin.Plugins;
import dev.drumbeat.host.user.GlobalPermissions;
import java.util.List;

/** Everything that a browser meets: log-in, frame, pages, resources, and the apps' part of them. */
final class WebSide {

  private static final List<SampleAccount> SAMPLE_ACCOUNTS =
      List.of(
          new SampleAccount("admin", "admin", "administrator"),
          new SampleAccount("lena", "lena", "leads sales"),
          new SampleAccount("sam", "sam", "sells"),
          new SampleAccount("bob", "bob", "has nothing to do with sales"));

  private final Host host;
  private final GlobalPermissions permissions;
  private final HttpServer server;
  private final LogInAddress logIn = new LogInAddress();
  private final XsrfTokens xsrf = new XsrfTokens();
  private final WebSudo webSudo;
  private final Texts texts;
  private final WebResources resources;
  private final WebFragments fragments;
  private final Templates templates;

  WebSide(Host host) {
    this.host = host;
    permissions = new GlobalPermissions(host.groups());
    server =
        new HttpServer(
            host.options().httpPort(),
            new LogInFilter(host.users(), host.tokens(), host.current()));
    webSudo = new WebSudo(host.clock(), host.options().webSudo());
    texts = new Texts(host.current());
    resources = new WebResources(texts);
    fragments = new WebFragments(texts, host.current(), HttpServer.CONTEXT_PATH);
    templates = new Templates(texts);
    server.start();
  }

  HttpServer server() {
    return server;
  }

  GlobalPermissions permissions() {
    return permissions;
  }

  LogInAddress logIn() {
    return logIn;
  }

  XsrfTokens xsrf() {
    return xsrf;
  }

  WebSudo webSudo() {
    return webSudo;
  }

  Texts texts() {
    return texts;
  }

  WebResources resources() {
    return resources;
  }

  /** Texts before what shows them; entry points last, so that nothing is called half ready. */
  List<ModuleConsumer> consumersOfModules() {
    return List.of(
        texts,
        resources,
        fragments,
        new ServletModules(server, host.current(), logIn),
        new RestModules(server, host.current(), permissions));
  }

  /** Puts the host's own pages in place. */
  void serve(Plugins plugins) {
    Navigation navigation =
        new Navigation(fragments, texts, host.current(), permissions, HttpServer.CONTEXT_PATH);
    server.decorateWith(new Decorator(templates, texts, resources, navigation, logIn, xsrf));
    server.add("/login.jsp", new LogInPage(host.users()));
    server.add("/logout", new LogOutPage(xsrf));
    server.add(
        WebSudo.PATH, new WebSudoPage(webSudo, host.users(), host.current(), permissions, xsrf));
    ResourceServlet.PATHS.forEach(path -> server.add(path, new ResourceServlet(resources)));
    Administration administration = new Administration(host.scheduler(), plugins);
    new Screens(new ScreenParts(templates, texts, host.current(), logIn, xsrf, xsrf), server::add)
        .withDashboard(SAMPLE_ACCOUNTS)
        .withIssues(host.tracker(), host.users(), fragments, resources)
        .withAdministration(permissions, administration, administration);
  }
}
