package dev.drumbeat.reply;

import dev.drumbeat.audience.CommentOutcome;
import dev.drumbeat.audience.CommentOutcome.Refused;
import dev.drumbeat.audience.CommentOutcome.Written;
import dev.drumbeat.audience.IssueComments;
import dev.drumbeat.audience.NewComment;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Cause;
import dev.drumbeat.enrollment.EventType;
import dev.drumbeat.enrollment.NewEvent;
import dev.drumbeat.enrollment.Stores;
import dev.drumbeat.request.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes an answer on the issue of its lead, once: the intent is noted before, and a run that finds
 * the intent alone looks for the comment first.
 */
final class ReplyComments {

  private final ReplyStore replies;
  private final Stores stores;
  private final IssueComments comments;
  private final CommentSettings settings;
  private final CommentText text;

  ReplyComments(ReplyStore replies, Stores stores, Commenting commenting) {
    this.replies = replies;
    this.stores = stores;
    this.comments = commenting.comments();
    this.settings = commenting.settings();
    this.text = new CommentText(commenting.texts());
  }

  /** Whether the issue is to be told. */
  static boolean isWanted(Reply reply) {
    Reply.Match match = reply.match();
    return reply.kind().isHuman()
        && match.confidence() != Confidence.NONE
        && match.issueId() != null;
  }

  /** Writes the comment of a message whose effects have happened. */
  void write(Reply reply) {
    Long issueId = reply.match().issueId();
    CommentRules rules = settings.get();
    if (issueId == null || !rules.enabled()) {
      replies.advance(reply, Stage.DONE, now());
      return;
    }
    List<String> authors = authors(reply, rules);
    Optional<Long> there =
        reply.stage() == Stage.COMMENTING ? find(reply, issueId, authors) : Optional.empty();
    if (there.isPresent()) {
      replies.commented(reply, there.get(), now());
    } else if (replies.advance(reply, Stage.COMMENTING, now())) {
      write(reply.at(Stage.COMMENTING), issueId, authors, rules);
    }
  }

  /** The owner of the campaign, then whom the administrator named. */
  private List<String> authors(Reply reply, CommentRules rules) {
    Optional<String> owner =
        stores.campaigns().find(reply.match().campaignId()).map(Campaign::ownerKey);
    return Stream.concat(owner.stream(), Stream.ofNullable(rules.authorKey())).distinct().toList();
  }

  private Optional<Long> find(Reply reply, long issueId, List<String> authors) {
    String heading = text.heading(reply) + "\n";
    return authors.stream()
        .flatMap(author -> comments.find(issueId, author, heading).stream())
        .findFirst();
  }

  private void write(Reply reply, long issueId, List<String> authors, CommentRules rules) {
    String body = text.of(reply);
    Reason why = Reason.of("drumbeat.comment.no-author");
    for (String author : authors) {
      CommentOutcome outcome =
          comments.write(new NewComment(issueId, author, body, rules.group(), rules.roleId()));
      if (outcome instanceof Written written) {
        replies.commented(reply, written.id(), now());
        return;
      }
      why = ((Refused) outcome).why();
    }
    tell(reply, why);
  }

  /** Nobody may write it: the history says why, and the answer is there to be read all the same. */
  private void tell(Reply reply, Reason why) {
    Reply.Match match = reply.match();
    Cause cause = new Cause(Aftermath.WHO, why, match.sendId());
    NewEvent event =
        new NewEvent(
            EventType.NOT_COMMENTED,
            match.campaignId(),
            match.enrollmentId(),
            match.issueId(),
            null,
            null,
            cause);
    stores
        .sql()
        .write(
            c -> {
              boolean first = replies.advance(c, reply, Stage.DONE, now());
              if (first) {
                stores.events().append(c, event);
              }
              return first;
            });
  }

  private Instant now() {
    return stores.clock().instant();
  }
}
