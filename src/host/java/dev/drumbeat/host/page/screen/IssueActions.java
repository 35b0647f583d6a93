package dev.drumbeat.host.page.screen;

import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;
import dev.drumbeat.host.issue.HostIssue;
import dev.drumbeat.host.issue.HostStatus;
import dev.drumbeat.host.issue.InvalidFieldException;
import dev.drumbeat.host.issue.NotAllowedException;
import dev.drumbeat.host.user.HostUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the forms on the page of an issue do: comment, assign, set the status. */
public final class IssueActions extends IssueScreen {

  private static final long serialVersionUID = 1;

  private static final String COMMENT = "/secure/AddComment.jspa";
  private static final String ASSIGN = "/secure/AssignIssue.jspa";
  private static final String STATUS = "/secure/CommentAssignIssue.jspa";

  /** Where the forms go, below the context path. */
  public static final List<String> PATHS = List.of(COMMENT, ASSIGN, STATUS);

  /** Takes the page that is shown again when something is wrong. */
  public IssueActions(ScreenParts parts, IssueView view) {
    super(parts, view);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isForged(request, response)) {
      return;
    }
    Optional<HostIssue> issue = issue(parameter(request, "id"));
    if (issue.isEmpty()) {
      notFound(request, response, "host.noSuchIssue");
    } else {
      act(request, response, issue.get());
    }
  }

  private Optional<HostIssue> issue(String id) {
    return Optional.of(id)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(text -> view().tracker().issues().getIssueObject(Long.valueOf(text)))
        .flatMap(issue -> view().tracker().issues().visible(user(), issue.key()));
  }

  private void act(HttpServletRequest request, HttpServletResponse response, HostIssue issue)
      throws IOException {
    try {
      String place = perform(request, issue);
      response.sendRedirect(request.getContextPath() + "/browse/" + issue.key() + place);
    } catch (NotAllowedException e) {
      refuse(request, response, issue, HttpServletResponse.SC_FORBIDDEN, List.of(e.getMessage()));
    } catch (InvalidFieldException e) {
      refuse(request, response, issue, HttpServletResponse.SC_BAD_REQUEST, List.of(e.getMessage()));
    } catch (RefusedException e) {
      refuse(request, response, issue, HttpServletResponse.SC_BAD_REQUEST, e.messages);
    }
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      HostIssue issue,
      int status,
      List<String> errors)
      throws IOException {
    response.setStatus(status);
    show(request, response, issue, errors);
  }

  /** Answers the place on the page to look at next. */
  private String perform(HttpServletRequest request, HostIssue issue) {
    return switch (request.getServletPath()) {
      case COMMENT -> comment(issue, parameter(request, "comment"));
      case ASSIGN -> assign(issue, parameter(request, "assignee"));
      default -> set(issue, parameter(request, "status"));
    };
  }

  private String comment(HostIssue issue, String text) {
    ErrorCollection errors = new SimpleErrorCollection();
    Comment comment = view().tracker().comments().create(user(), issue, text, errors);
    if (comment == null) {
      List<String> messages = new ArrayList<>(errors.getErrorMessages());
      messages.addAll(errors.getErrors().values());
      throw new RefusedException(messages);
    }
    return "#comment-" + comment.getId();
  }

  private String assign(HostIssue issue, String username) {
    HostUser assignee = username.isEmpty() ? null : view().users().getUserByName(username);
    if (assignee == null && !username.isEmpty()) {
      throw new RefusedException(List.of(text("host.noSuchUser", username)));
    }
    view().tracker().issues().update(user(), issue, fields -> fields.withAssignee(assignee));
    return "";
  }

  private String set(HostIssue issue, String status) {
    HostStatus chosen =
        HostStatus.find(status)
            .orElseThrow(() -> new RefusedException(List.of(text("host.noSuchStatus", status))));
    view().tracker().issues().update(user(), issue, fields -> fields.withStatus(chosen));
    return "";
  }

  /** What the form asks for cannot be done; the messages are for the person who sent it. */
  private static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> messages;

    RefusedException(List<String> messages) {
      super(String.join(" ", messages));
      this.messages = messages;
    }
  }
}
