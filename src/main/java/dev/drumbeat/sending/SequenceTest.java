package dev.drumbeat.sending;

import dev.drumbeat.audience.IssueFacts;
import dev.drumbeat.audience.IssueReader;
import dev.drumbeat.audience.People;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Conflict;
import dev.drumbeat.request.InvalidInput;
import dev.drumbeat.request.NotFound;
import dev.drumbeat.request.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends one step of a sequence, stored or still being written, to whoever wants to see it (X8). */
public final class SequenceTest {

  private final StepSource steps;
  private final MailAccountStore accounts;
  private final IssueReader issues;
  private final People people;
  private final TestSending sending;

  public SequenceTest(
      StepSource steps,
      MailAccountStore accounts,
      IssueReader issues,
      People people,
      TestSending sending) {
    this.steps = steps;
    this.accounts = accounts;
    this.issues = issues;
    this.people = people;
    this.sending = sending;
  }

  /** Sends a step of the sequence, or, for null, of one that is not stored. */
  public Tested send(Actor actor, @Nullable Long sequenceId, SequenceTestDraft draft) {
    ShownStep shown = steps.find(actor, sequenceId, draft.choice());
    MailAddress to = address(actor, draft.email());
    MailAccount account = account(shown.accountId());
    IssueFacts issue = issue(actor, draft.issueKey());
    TestMail mail = new TestMail(shown, TestMail.NO_CAMPAIGN, actor.userKey(), account, to, issue);
    Map<String, String> variables = draft.variables() == null ? Map.of() : draft.variables();
    SendOutcome outcome = sending.send(actor, mail, variables);
    return new Tested(shown.step(), account, to, issue == null ? null : issue.key(), outcome);
  }

  /** Without an address the test goes to the actor. */
  private MailAddress address(Actor actor, @Nullable String text) {
    String wanted = text == null ? people.email(actor.userKey()).orElse("") : text;
    ParsedAddress parsed = MailAddress.parse(wanted);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return accepted.address();
    }
    throw InvalidInput.at("email", ((ParsedAddress.Refused) parsed).reason());
  }

  /** Without one that is named it is the first that may send. */
  private MailAccount account(@Nullable Long id) {
    if (id == null) {
      return accounts.all().stream()
          .filter(account -> !account.paused())
          .findFirst()
          .orElseThrow(() -> new Conflict(Reason.of("drumbeat.test.no-account")));
    }
    Reason gone = Reason.of("drumbeat.account.not-found", Long.toString(id));
    return accounts.find(id).orElseThrow(() -> InvalidInput.at("mailAccountId", gone));
  }

  private @Nullable IssueFacts issue(Actor actor, @Nullable String key) {
    if (key == null) {
      return null;
    }
    return issues
        .readByKey(key, actor.userKey())
        .orElseThrow(() -> new NotFound(Reason.of("drumbeat.enrollment.no-issue", key)));
  }
}
