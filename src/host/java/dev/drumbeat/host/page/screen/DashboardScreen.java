package dev.drumbeat.host.page.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The first page: where to go, and for who is not logged in the accounts to do so. */
public final class DashboardScreen extends Screen {

  private static final long serialVersionUID = 1;

  private static final String HOME = "/secure/Dashboard.jspa";

  /** Where it is, below the context path; the empty one is the root, which leads here. */
  public static final List<String> PATHS = List.of(HOME, "");

  private final transient List<SampleAccount> accounts;

  /** Takes the accounts to tell; none on a host whose passwords are real. */
  public DashboardScreen(ScreenParts parts, List<SampleAccount> accounts) {
    super(parts);
    this.accounts = List.copyOf(accounts);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getServletPath().equals(HOME)) {
      response.sendRedirect(request.getContextPath() + HOME);
      return;
    }
    show(
        request,
        response,
        "dashboard",
        Map.of("accounts", user() == null ? accounts : List.of(), "isKnown", user() != null));
  }
}
