package dev.drumbeat.web.page;

import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.Outlook;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.request.Right;
import dev.drumbeat.sending.SendingSwitch;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The panel on an issue: how far its leads are, what came back, and what the reader may do; and
 * whether mail can go out from here, when it cannot or before there is anybody to write to.
 */
public final class PanelHtml {

  private final MailAccounts accounts;
  private final SendingSwitch sending;
  private final IssueRuns runs;
  private final Templates templates;
  private final Texts texts;
  private final Links links;

  public PanelHtml(
      MailAccounts accounts,
      SendingSwitch sending,
      IssueRuns runs,
      Templates templates,
      Texts texts,
      Links links) {
    this.accounts = accounts;
    this.sending = sending;
    this.runs = runs;
    this.templates = templates;
    this.texts = texts;
    this.links = links;
  }

  /** For somebody who uses the app and may browse the issue. */
  String of(Actor reader, long issueId, String issueKey) {
    IssueRuns.Found found = runs.of(issueId, reader);
    Map<String, Object> values = new HashMap<>();
    values.put("issue", issueKey);
    values.put("groups", found.groups());
    values.put("cut", found.isCut());
    values.put("leadsUrl", links.page("leads?q=" + issueKey).toString());
    values.put("hold", hold(found));
    values.put("mayEnroll", reader.has(Right.LAUNCH_CAMPAIGNS));
    values.put(
        "lacks", texts.of("drumbeat.refused.not-allowed", texts.of(Right.LAUNCH_CAMPAIGNS.key())));
    accounts(values, reader);
    return templates.render("issue-panel.vm", values).html();
  }

  /** Why nothing leaves, where somebody waits for it or might be enrolled. */
  private String hold(IssueRuns.Found found) {
    boolean matters = found.goesOn() || found.groups().isEmpty();
    Optional<Reason> why = matters ? sending.hold() : Optional.empty();
    return why.map(texts::of).orElse("");
  }

  private void accounts(Map<String, Object> values, Actor reader) {
    Outlook outlook = accounts.outlook(reader);
    values.put("empty", outlook.accounts() == 0);
    values.put("good", outlook.good() > 0 && sending.hold().isEmpty());
    values.put("isChecked", outlook.checkedAt().isPresent());
    values.put("accounts", texts.of("drumbeat.panel.accounts", outlook.good(), outlook.accounts()));
    values.put(
        "checked",
        outlook
            .checkedAt()
            .map(at -> texts.of("drumbeat.accounts.checked", Times.text(at, reader)))
            .orElseGet(() -> texts.of("drumbeat.accounts.never-checked")));
    values.put("administers", reader.has(Right.ADMINISTER));
    values.put("accountsUrl", links.page("accounts").toString());
    values.put("connectUrl", links.page("accounts#new").toString());
  }
}
