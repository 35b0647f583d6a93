package dev.drumbeat.web.page;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.web.api.model.WebPanel;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.Outlook;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Actors;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;

/**
 * On an issue: how far its leads are, or, before there are any, whether mail can go out from here.
 * To whom it would go depends on the campaign. Three queries.
 */
public final class IssuePanel implements WebPanel {

  private final Actors actors;
  private final MailAccounts accounts;
  private final IssueRuns runs;
  private final Templates templates;
  private final Texts texts;
  private final Links links;

  @Inject
  public IssuePanel(
      Actors actors,
      MailAccounts accounts,
      IssueRuns runs,
      Templates templates,
      Texts texts,
      Links links) {
    this.actors = actors;
    this.accounts = accounts;
    this.runs = runs;
    this.templates = templates;
    this.texts = texts;
    this.links = links;
  }

  @Override
  public String getHtml(Map<String, Object> context) {
    Optional<Actor> actor = actors.find().filter(a -> a.has(Right.USE_CAMPAIGNS));
    return actor.isPresent() && context.get("issue") instanceof Issue issue
        ? html(actor.get(), issue)
        : "";
  }

  @Override
  public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
    writer.write(getHtml(context));
  }

  private String html(Actor reader, Issue issue) {
    Outlook outlook = accounts.outlook(reader);
    return templates
        .render(
            "issue-panel.vm",
            Map.of(
                "runs",
                runs.of(issue.getId(), reader),
                "empty",
                outlook.accounts() == 0,
                "good",
                outlook.good() > 0,
                "accounts",
                texts.of("drumbeat.panel.accounts", outlook.good(), outlook.accounts()),
                "checked",
                outlook
                    .checkedAt()
                    .map(at -> texts.of("drumbeat.accounts.checked", Times.text(at, reader)))
                    .orElseGet(() -> texts.of("drumbeat.accounts.never-checked")),
                "administers",
                reader.has(Right.ADMINISTER),
                "accountsUrl",
                links.page("accounts").toString(),
                "connectUrl",
                links.page("accounts#new").toString()))
        .html();
  }
}
