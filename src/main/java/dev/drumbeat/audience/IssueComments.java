package dev.drumbeat.audience;

import com.atlassian.jira.bc.issue.comment.CommentService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.jira.util.SimpleErrorCollection;
import dev.drumbeat.audience.CommentOutcome.Refused;
import dev.drumbeat.audience.CommentOutcome.Written;
import dev.drumbeat.request.Reason;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes comments on issues under the rights of their authors. No notification goes out for them: a
 * lead who watches the issue must not get the own answer back.
 */
public final class IssueComments {

  private final CommentService service;
  private final CommentManager comments;
  private final IssueManager issues;
  private final People people;
  private final ActingUser acting;

  public IssueComments(
      CommentService service,
      CommentManager comments,
      IssueManager issues,
      People people,
      JiraAuthenticationContext context) {
    this.service = service;
    this.comments = comments;
    this.issues = issues;
    this.people = people;
    this.acting = new ActingUser(context);
  }

  /** Writes one, if its author may. */
  public CommentOutcome write(NewComment comment) {
    Issue issue = issues.getIssueObject(comment.issueId());
    if (issue == null) {
      return new Refused(Reason.of("drumbeat.comment.no-issue"));
    }
    return people
        .active(comment.authorKey())
        .map(author -> acting.as(author, () -> write(comment, issue, author)))
        .orElseGet(() -> new Refused(Reason.of("drumbeat.comment.no-author")));
  }

  private CommentOutcome write(NewComment comment, Issue issue, ApplicationUser author) {
    ErrorCollection errors = new SimpleErrorCollection();
    Comment written = create(comment, issue, author, errors);
    return written == null
        ? new Refused(Reason.of("drumbeat.comment.refused", author.getDisplayName(), text(errors)))
        : new Written(written.getId());
  }

  private @Nullable Comment create(
      NewComment comment, Issue issue, ApplicationUser author, ErrorCollection errors) {
    return service.create(
        author, issue, comment.body(), comment.group(), comment.roleId(), null, false, errors);
  }

  private static String text(ErrorCollection errors) {
    return Stream.concat(errors.getErrorMessages().stream(), errors.getErrors().values().stream())
        .collect(Collectors.joining(" "));
  }

  /** The comment on an issue that begins like this, as far as that user may read it. */
  public Optional<Long> find(long issueId, String readerKey, String beginning) {
    Issue issue = issues.getIssueObject(issueId);
    return issue == null
        ? Optional.empty()
        : people.active(readerKey).stream()
            .flatMap(reader -> comments.getCommentsForUser(issue, reader).stream())
            .filter(comment -> comment.getBody().startsWith(beginning))
            .map(Comment::getId)
            .findFirst();
  }
}
