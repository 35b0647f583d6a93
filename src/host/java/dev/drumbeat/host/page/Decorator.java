package dev.drumbeat.host.page;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import dev.drumbeat.host.http.PageDecorator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frame of the host's pages: {@code atl.general}, and {@code atl.admin} with the navigation of
 * the administration. Any other name gets the general frame.
 */
public final class Decorator implements PageDecorator {

  private final Templates templates;
  private final WebResources resources;
  private final Navigation navigation;
  private final Texts texts;
  private final LoginUriProvider logIn;
  private final XsrfTokenAccessor tokens;

  /** Takes what the frame shows, and where to log in and out. */
  public Decorator(
      Templates templates,
      Texts texts,
      WebResources resources,
      Navigation navigation,
      LoginUriProvider logIn,
      XsrfTokenAccessor tokens) {
    this.templates = templates;
    this.texts = texts;
    this.resources = resources;
    this.navigation = navigation;
    this.logIn = logIn;
    this.tokens = tokens;
  }

  @Override
  public void begin() {
    resources.begin();
  }

  @Override
  public void end() {
    resources.end();
  }

  @Override
  public String decorate(HttpServletRequest request, String html) {
    PageParts parts = PageParts.of(html);
    boolean admin = List.of("atl.admin", "admin").contains(parts.meta("decorator"));
    resources.requireContext(admin ? "atl.admin" : "atl.general");
    Map<String, Object> values = new HashMap<>(frame(request));
    values.put("parts", parts);
    values.put("isAdmin", admin);
    values.put("groups", admin ? navigation.administration() : List.of());
    return templates.render("decorator", values);
  }

  private Map<String, Object> frame(HttpServletRequest request) {
    Map<String, Object> values = new HashMap<>();
    values.put("context", request.getContextPath());
    values.put("base", base(request));
    values.put("language", texts.getLocale().toLanguageTag());
    values.put("resources", resources.page(request.getContextPath()));
    values.put("menus", navigation.top());
    values.put("administers", navigation.isAdministrator());
    values.put("token", token(request));
    values.put("logIn", logIn.getLoginUri(ReturnAddress.of(request)));
    ApplicationUser user = navigation.user();
    values.put("username", user == null ? "" : user.getUsername());
    values.put("displayName", user == null ? "" : user.getDisplayName());
    return values;
  }

  private String token(HttpServletRequest request) {
    return Optional.ofNullable(tokens.getXsrfToken(request, null, false)).orElse("");
  }

  private static String base(HttpServletRequest request) {
    String all = request.getRequestURL().toString();
    return all.substring(0, all.length() - request.getRequestURI().length())
        + request.getContextPath();
  }
}
