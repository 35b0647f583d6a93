package dev.drumbeat.web;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrolled;
import dev.drumbeat.enrollment.Lead;
import dev.drumbeat.enrollment.LeftOutReason;
import dev.drumbeat.enrollment.NewEnrollment;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sending.EnrollPreview;
import dev.drumbeat.sending.EnrollPreview.FirstMail;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Rendering.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an enrollment would do: how many would be enrolled, and for each lead the first mail or why
 * not. Without a campaign id there is no campaign yet.
 */
record EnrollPreviewView(
    @Nullable Long campaignId,
    String campaign,
    String state,
    String zone,
    int enrolled,
    int refused,
    List<String> warnings,
    List<Item> values) {

  static EnrollPreviewView of(EnrollPreview preview, Actor asker, Answers answers) {
    Campaign campaign = preview.campaign();
    int enrolled =
        Math.toIntExact(preview.lines().stream().filter(l -> l.lead().run() != null).count());
    return new EnrollPreviewView(
        campaign.id() == 0 ? null : campaign.id(),
        campaign.plan().name(),
        campaign.state().word(),
        campaign.plan().schedule().zone().getId(),
        enrolled,
        preview.lines().size() - enrolled,
        texts(preview.warnings(), answers),
        preview.lines().stream()
            .map(line -> Item.of(line, preview.asOf(), asker, answers))
            .toList());
  }

  private static List<String> texts(List<Reason> reasons, Answers answers) {
    return reasons.stream().map(answers::text).toList();
  }

  /** One lead: what would be sent first, or why nothing would. */
  record Item(
      @Nullable String issueKey,
      @Nullable String email,
      @Nullable String name,
      boolean enrolled,
      @Nullable String reason,
      @Nullable String detail,
      @Nullable MailView firstMail) {

    private static Item of(EnrollPreview.Line line, Instant now, Actor asker, Answers answers) {
      NewEnrollment run = line.lead().run();
      Enrolled not = line.lead().not();
      FirstMail mail = line.mail();
      MailView view = mail == null ? null : MailView.of(mail, now, asker, answers);
      return run != null ? entering(run.lead(), view) : refused(not, answers);
    }

    private static Item entering(Lead lead, @Nullable MailView view) {
      String address = lead.address().text();
      return new Item(lead.issueKey(), address, lead.name(), true, null, null, view);
    }

    private static Item refused(@Nullable Enrolled not, Answers answers) {
      if (not == null) {
        throw new IllegalArgumentException("neither enrolled nor refused");
      }
      LeftOutReason why = not.why();
      return new Item(
          not.issueKey(),
          not.address(),
          null,
          false,
          why == null ? null : why.word(),
          answers.text(not.because()),
          null);
    }
  }

  /**
   * The first mail as it would leave, or what stands in its way; when is for people, in the asker's
   * zone.
   */
  record MailView(
      Instant at,
      String when,
      long mailAccountId,
      String account,
      String from,
      @Nullable String fromName,
      long stepId,
      @Nullable String subject,
      @Nullable String html,
      @Nullable String text,
      List<String> missing,
      @Nullable String problem,
      List<String> lacking,
      List<String> warnings) {

    private static MailView of(FirstMail mail, Instant now, Actor asker, Answers answers) {
      Rendering rendering = mail.rendering();
      Message message = rendering instanceof Message written ? written : null;
      return new MailView(
          mail.at(),
          mail.at().isAfter(now)
              ? Times.text(mail.at(), asker)
              : answers.text("drumbeat.enroll.at-once"),
          mail.account().id(),
          mail.account().settings().name(),
          mail.account().settings().sender().address().text(),
          mail.account().settings().sender().displayName(),
          mail.step().id(),
          message == null ? null : message.subject(),
          message == null ? null : message.html(),
          message == null ? null : message.text(),
          rendering instanceof Rendering.Missing missing ? missing.names() : List.of(),
          rendering instanceof Rendering.Broken broken ? answers.text(broken.reason()) : null,
          mail.lacking(),
          texts(mail.warnings(), answers));
    }
  }
}
