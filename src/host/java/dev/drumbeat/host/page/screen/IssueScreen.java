package dev.drumbeat.host.page.screen;

import dev.drumbeat.host.issue.HostIssue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of one issue, {@code /browse/KEY-1}. */
public class IssueScreen extends Screen {

  private static final long serialVersionUID = 1;

  /** Where it is, below the context path. */
  public static final String PATH = "/browse/*";

  private final transient IssueView view;

  /** Takes what the page shows. */
  public IssueScreen(ScreenParts parts, IssueView view) {
    super(parts);
    this.view = view;
  }

  final IssueView view() {
    return view;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    Optional<HostIssue> issue = view.tracker().issues().visible(user(), key);
    if (issue.isEmpty()) {
      notFound(request, response, "host.noSuchIssue");
    } else {
      show(request, response, issue.get(), List.of());
    }
  }

  /** Shows the issue, above it what went wrong, and in the form the comment that was written. */
  final void show(
      HttpServletRequest request,
      HttpServletResponse response,
      HostIssue issue,
      List<String> errors)
      throws IOException {
    Map<String, Object> values = new HashMap<>(view.values(issue, user(), dates()));
    values.put("errors", errors);
    values.put("commentText", parameter(request, "comment"));
    show(request, response, "issue", values);
  }
}
