package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.report.LeadList;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People and their runs as lines of a table. */
public final class LeadLines {

  private final RunSentences sentences;
  private final Links links;
  private final Texts texts;

  public LeadLines(RunSentences sentences, Links links, Texts texts) {
    this.sentences = sentences;
    this.links = links;
    this.texts = texts;
  }

  /** One person who was found. */
  Map<String, ?> of(LeadList.Line line, Actor reader) {
    Enrollment newest = line.newest();
    return Map.of(
        "url",
        Address.of(links.page("leads")).with("q", line.address().text()).toString(),
        "address",
        line.address().text(),
        "name",
        newest == null || newest.lead().name() == null ? "" : newest.lead().name(),
        "suppressed",
        line.forbidden().map(s -> texts.of(s.reason().reason())).orElse(""),
        "run",
        newest == null ? Map.of() : run(newest, line.campaign(), reader));
  }

  /** One run; its campaign is a link for those who may open it. */
  Map<String, ?> run(Enrollment run, @Nullable Campaign campaign, Actor reader) {
    boolean isOpen = campaign != null && !campaign.alwaysOn() && campaign.isVisibleTo(reader);
    String issue = run.lead().issueKey();
    return Map.of(
        "campaign",
        campaign == null ? texts.of("drumbeat.panel.run.no-campaign") : campaign.plan().name(),
        "campaignUrl",
        isOpen ? links.page("campaigns/" + run.campaignId()).toString() : "",
        "state",
        texts.of("drumbeat.enrollment." + run.state().word()),
        "look",
        look(run),
        "detail",
        sentences.of(run, reader),
        "issue",
        issue == null ? "" : issue,
        "issueUrl",
        issue == null ? "" : links.issue(issue).toString(),
        "since",
        Times.text(run.createdAt(), reader));
  }

  /** The colour of AUI's lozenge. */
  private static String look(Enrollment run) {
    return switch (run.state()) {
      case PENDING, ACTIVE, WAITING_TASK -> "aui-lozenge-current";
      case PAUSED -> "aui-lozenge-moved";
      case FINISHED -> "aui-lozenge-success";
      case FAILED -> "aui-lozenge-error";
    };
  }
}
