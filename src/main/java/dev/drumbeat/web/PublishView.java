package dev.drumbeat.web;

import dev.drumbeat.enrollment.PublishOutlook;
import dev.drumbeat.enrollment.PublishOutlook.InCampaign;
import dev.drumbeat.enrollment.StepOutlook;
import dev.drumbeat.sequence.Publication;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Step;
import dev.drumbeat.sequence.StepDifference;
import dev.drumbeat.sequence.StepField;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What publishing would mean. The version is that of the draft, to be named when publishing it; the
 * published one is the number in force.
 */
record PublishView(
    int version,
    @Nullable Integer published,
    boolean changed,
    String proposal,
    List<Difference> differences,
    List<InOneCampaign> campaigns,
    @Nullable InOthers others,
    Map<String, String> errors) {

  static PublishView of(PublishOutlook outlook, Answers answers) {
    Sequence sequence = outlook.sequence();
    Publication inForce = outlook.inForce();
    Map<String, String> errors = new LinkedHashMap<>();
    outlook.problems().forEach(p -> errors.putIfAbsent(p.field(), answers.text(p.reason())));
    return new PublishView(
        sequence.version(),
        inForce == null ? null : inForce.number(),
        inForce == null || !outlook.differences().isEmpty(),
        outlook.proposal().word(),
        outlook.differences().stream().map(Difference::of).toList(),
        outlook.campaigns().stream().map(c -> InOneCampaign.of(c, sequence, answers)).toList(),
        outlook.otherCampaigns() == 0
            ? null
            : new InOthers(outlook.otherCampaigns(), WaitingView.all(outlook.others(), sequence)),
        errors);
  }

  /** How one step differs: {@code added removed changed}, and its places, from 1. */
  record Difference(
      long stepId,
      String kind,
      @Nullable Integer place,
      @Nullable Integer placeBefore,
      @Nullable String subject,
      List<String> fields,
      boolean moved) {

    static Difference of(StepDifference difference) {
      Step step = difference.after() == null ? difference.before() : difference.after();
      return new Difference(
          difference.stepId(),
          difference.before() == null
              ? "added"
              : difference.after() == null ? "removed" : "changed",
          difference.placeAfter() == 0 ? null : Integer.valueOf(difference.placeAfter()),
          difference.placeBefore() == 0 ? null : Integer.valueOf(difference.placeBefore()),
          step == null ? null : step.subject(),
          difference.fields().stream().map(StepField::word).toList(),
          difference.moved());
    }
  }

  /** The leads under way in a campaign that the reader may see. */
  record InOneCampaign(long id, URI self, String name, String state, List<WaitingView> waiting) {

    static InOneCampaign of(InCampaign in, Sequence sequence, Answers answers) {
      return new InOneCampaign(
          in.campaign().id(),
          answers.link("campaigns/" + in.campaign().id()),
          in.campaign().plan().name(),
          in.campaign().state().word(),
          WaitingView.all(in.steps(), sequence));
    }
  }

  /** The leads under way in campaigns that the reader may not see. */
  record InOthers(int campaigns, List<WaitingView> waiting) {}

  /**
   * Leads who wait for a step, at that place in the draft if it is there, and the step that they
   * would wait for; without one they would be through.
   */
  record WaitingView(
      long stepId,
      @Nullable Integer place,
      @Nullable String subject,
      int leads,
      @Nullable Long nextStepId,
      @Nullable Integer nextPlace,
      boolean moved,
      boolean otherTime) {

    static List<WaitingView> all(List<StepOutlook> outlooks, Sequence sequence) {
      return outlooks.stream().map(outlook -> of(outlook, sequence)).toList();
    }

    private static WaitingView of(StepOutlook outlook, Sequence sequence) {
      Step step = outlook.step();
      Step next = outlook.next();
      return new WaitingView(
          outlook.stepId(),
          place(sequence, outlook.stepId()),
          step == null ? null : step.subject(),
          outlook.waiting(),
          next == null ? null : Long.valueOf(next.id()),
          next == null ? null : place(sequence, next.id()),
          outlook.isMove(),
          outlook.otherTime());
    }

    private static @Nullable Integer place(Sequence sequence, long stepId) {
      List<Long> ids = sequence.steps().stream().map(Step::id).toList();
      int at = ids.indexOf(stepId);
      return at < 0 ? null : Integer.valueOf(at + 1);
    }
  }
}
