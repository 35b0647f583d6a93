package dev.drumbeat.web.page;

import dev.drumbeat.audience.People;
import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.EnrollmentState;
import dev.drumbeat.reply.Reply;
import dev.drumbeat.reply.ReplyState;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.ReplyWords;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import dev.drumbeat.web.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the panel says of one run to one reader, and what that reader may do with it. */
public final class RunLines {

  private static final int FIRST_WORDS = 240;

  private final RunSentences sentences;
  private final ReplyWords words;
  private final People people;
  private final Texts texts;
  private final Links links;

  public RunLines(
      RunSentences sentences, ReplyWords words, People people, Texts texts, Links links) {
    this.sentences = sentences;
    this.words = words;
    this.people = people;
    this.texts = texts;
    this.links = links;
  }

  Map<String, Object> of(
      Enrollment run, @Nullable Campaign campaign, Optional<Reply> reply, Actor reader) {
    boolean seesCampaign = campaign != null && campaign.isVisibleTo(reader);
    boolean steers = seesCampaign || run.isEnrolledBy(reader);
    Map<String, Object> line = new HashMap<>();
    line.put("id", Long.toString(run.id()));
    line.put("campaign", campaign == null ? gone() : campaign.plan().name());
    line.put("campaignUrl", seesCampaign ? url(run) : "");
    line.put("lead", run.lead().address().text());
    line.put("state", texts.of("drumbeat.enrollment." + run.state().word()));
    line.put("look", look(run));
    line.put("detail", sentences.of(run, reader));
    line.put("who", who(run, campaign, steers));
    actions(line, run, campaign, steers);
    line.put("hasReply", reply.isPresent());
    reply.ifPresent(found -> reply(line, found, steers, reader));
    return line;
  }

  private String gone() {
    return texts.of("drumbeat.panel.run.no-campaign");
  }

  private String url(Enrollment run) {
    return links.page("campaigns/" + run.campaignId()).toString();
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

  /** Who can change it, when that is not the reader or not here. */
  private String who(Enrollment run, @Nullable Campaign campaign, boolean steers) {
    if (run.state().isOver() || campaign == null) {
      return "";
    }
    if (steers) {
      return isPaused(campaign)
          ? texts.of("drumbeat.enrollment.campaign-paused", campaign.plan().name())
          : "";
    }
    return people
        .displayName(campaign.ownerKey())
        .map(name -> texts.of("drumbeat.panel.run.who", name))
        .orElseGet(() -> texts.of("drumbeat.panel.run.who-administrator"));
  }

  private static void actions(
      Map<String, Object> line, Enrollment run, @Nullable Campaign campaign, boolean steers) {
    boolean open = steers && !run.state().isOver();
    boolean paused = run.state() == EnrollmentState.PAUSED;
    line.put("mayStop", open);
    line.put("mayPause", open && !paused);
    line.put("mayResume", open && paused && campaign != null && !isPaused(campaign));
  }

  private static boolean isPaused(Campaign campaign) {
    return campaign.state() == CampaignState.PAUSED;
  }

  private void reply(Map<String, Object> line, Reply reply, boolean steers, Actor reader) {
    Long comment = reply.commentId();
    boolean readable = words.areFor(steers);
    line.put("replyKind", texts.of("drumbeat.history.reply." + Words.of(reply.kind())));
    line.put("replyWords", readable ? ReplyWords.of(reply, FIRST_WORDS) : "");
    line.put("replyAt", Times.text(reply.receivedAt(), reader));
    line.put("replyIso", reply.receivedAt().toString());
    line.put("replyOpen", reply.state() == ReplyState.OPEN && reply.kind().needsPeople());
    line.put("replyComment", comment == null || !readable ? "" : "#comment-" + comment);
  }
}
