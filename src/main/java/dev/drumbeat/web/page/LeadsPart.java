package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Enrollment;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.report.CampaignNumbers;
import dev.drumbeat.report.Statistics;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is in it, where each of them is, and why nothing has left yet. */
public final class LeadsPart implements CampaignPart {

  private static final int PER_PAGE = 50;

  private final Enrollments enrollments;
  private final Statistics statistics;
  private final LeadRows rows;
  private final Texts texts;

  public LeadsPart(Enrollments enrollments, Statistics statistics, LeadRows rows, Texts texts) {
    this.enrollments = enrollments;
    this.statistics = statistics;
    this.rows = rows;
    this.texts = texts;
  }

  @Override
  public String view() {
    return "leads";
  }

  @Override
  public String title() {
    return "drumbeat.campaign.view.leads";
  }

  @Override
  public boolean isFor(Campaign campaign) {
    return campaign.isLaunched();
  }

  @Override
  public String template() {
    return "campaign-leads.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request, Campaign campaign) {
    Actor reader = request.reader();
    CampaignNumbers read = statistics.get(reader, campaign.id());
    LeadChoice choice = LeadChoice.of(request);
    List<Enrollment> found =
        enrollments.page(choice.filter(campaign.id()), request.startAt(), PER_PAGE + 1);
    List<Enrollment> shown = found.subList(0, Math.min(found.size(), PER_PAGE));
    Map<String, Object> model = new HashMap<>();
    model.put("choices", choice.all(read.numbers(), texts, reader));
    model.put("total", Amounts.text(choice.amount(read.numbers()), reader));
    model.put("isOfStep", choice.step() != 0);
    model.put("leads", shown.stream().map(run -> rows.row(run, read, reader)).toList());
    model.put(
        "pages",
        PageLinks.of(request, texts.of(title()), shown.size(), PER_PAGE, found.size() > PER_PAGE));
    return model;
  }
}
