package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.AudienceFilter;
import dev.drumbeat.enrollment.AudienceReport;
import dev.drumbeat.enrollment.AudienceReports;
import dev.drumbeat.enrollment.LeftOutReason;
import dev.drumbeat.enrollment.Member;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was not admitted, and why. */
public final class LeftOutPart implements CampaignPart {

  private static final int PER_PAGE = 50;

  private final AudienceReports audiences;
  private final CampaignWords words;
  private final Links links;
  private final Texts texts;

  public LeftOutPart(AudienceReports audiences, Links links, Texts texts) {
    this.audiences = audiences;
    this.words = new CampaignWords(texts, links);
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String view() {
    return "left-out";
  }

  @Override
  public String title() {
    return "drumbeat.campaign.view.left-out";
  }

  @Override
  public boolean isFor(Campaign campaign) {
    return campaign.isLaunched() && !campaign.alwaysOn();
  }

  @Override
  public String template() {
    return "campaign-left-out.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request, Campaign campaign) {
    Optional<LeftOutReason> why = request.query("reason").flatMap(LeftOutReason::of);
    AudienceReport report =
        audiences.get(
            request.reader(),
            campaign.id(),
            new AudienceFilter(false, why.orElse(null)),
            request.startAt(),
            PER_PAGE);
    List<Member> members = report.members();
    boolean isMore = request.startAt() + members.size() < report.matching();
    Map<String, Object> model = new HashMap<>();
    model.put("reasons", reasons(report, why, request.reader()));
    model.put("members", members.stream().map(this::row).toList());
    model.put("pages", PageLinks.of(request, words.of(title()), members.size(), PER_PAGE, isMore));
    return model;
  }

  private List<Map<String, Object>> reasons(
      AudienceReport report, Optional<LeftOutReason> chosen, Actor reader) {
    List<Map<String, Object>> reasons = new ArrayList<>();
    int all = report.leftOut().values().stream().mapToInt(Integer::intValue).sum();
    String everything = words.of("drumbeat.left-out.all", Amounts.text(all, reader));
    reasons.add(reason(everything, "?view=left-out", chosen.isEmpty()));
    for (LeftOutReason why : LeftOutReason.values()) {
      Integer count = report.leftOut().get(why);
      if (count != null) {
        String name = name(why) + " (" + Amounts.text(count, reader) + ")";
        String url = "?view=left-out&reason=" + why.word();
        reasons.add(reason(name, url, chosen.filter(why::equals).isPresent()));
      }
    }
    return reasons;
  }

  private static Map<String, Object> reason(String name, String url, boolean chosen) {
    return Map.of("name", name, "url", url, "chosen", chosen);
  }

  private String name(LeftOutReason why) {
    return words.of("drumbeat.left-out.reason." + why.word());
  }

  private Map<String, Object> row(Member member) {
    LeftOutReason why = member.why();
    Reason detail = member.detail();
    String issue = member.issueKey() == null ? "" : member.issueKey();
    return Map.of(
        "issue",
        issue,
        "issueUrl",
        links.issue(issue).toString(),
        "email",
        member.address() == null ? "" : member.address(),
        "why",
        why == null ? "" : name(why),
        "detail",
        detail == null ? "" : texts.of(detail));
  }
}
