package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.campaign.CampaignState;
import dev.drumbeat.report.Attention;
import dev.drumbeat.report.Numbers;
import dev.drumbeat.report.Statistics;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Links;
import dev.drumbeat.web.Texts;
import dev.drumbeat.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands above every view of a campaign: its state, what can be done with it, and what needs
 * attention. What the reader may not do is shown with the right that is lacking.
 */
public final class CampaignHead {

  private final Statistics statistics;
  private final Attention attention;
  private final CampaignWords words;

  public CampaignHead(Statistics statistics, Attention attention, Links links, Texts texts) {
    this.statistics = statistics;
    this.attention = attention;
    this.words = new CampaignWords(texts, links);
  }

  Map<String, Object> model(PageRequest request, Campaign campaign) {
    Numbers numbers =
        statistics.of(List.of(campaign.id())).getOrDefault(campaign.id(), Numbers.NONE);
    Actor reader = request.reader();
    Map<String, Object> model = new HashMap<>();
    model.put("id", Long.toString(campaign.id()));
    model.put("name", campaign.plan().name());
    model.put("state", words.state(campaign.state()));
    model.put("look", CampaignWords.look(campaign.state()));
    model.put("since", since(campaign, reader));
    model.put("isLive", campaign.state() == CampaignState.RUNNING);
    model.put("buttons", buttons(campaign, reader));
    model.put(
        "attention",
        attention.now().of(campaign, numbers).stream()
            .map(notice -> words.notice(notice, campaign))
            .toList());
    model.put(
        "stopText", words.of("drumbeat.campaign.stop.text", Amounts.text(numbers.open(), reader)));
    return model;
  }

  private String since(Campaign campaign, Actor reader) {
    Instant finished = campaign.times().finishedAt();
    Instant started = campaign.times().startedAt();
    Instant planned = campaign.plan().scheduledAt();
    if (finished != null) {
      return words.of("drumbeat.campaign.ended", Times.text(finished, reader));
    }
    if (started != null) {
      return words.of("drumbeat.campaign.started", Times.text(started, reader));
    }
    return campaign.state() == CampaignState.SCHEDULED && planned != null
        ? words.of("drumbeat.campaign.starts", Times.text(planned, reader))
        : "";
  }

  private List<Map<String, Object>> buttons(Campaign campaign, Actor reader) {
    List<Map<String, Object>> buttons = new ArrayList<>();
    switch (campaign.state()) {
      case RUNNING, SCHEDULED -> {
        buttons.add(button("pause", "resume", true, reader));
        buttons.add(button("stop", "", true, reader));
      }
      case PAUSED -> {
        buttons.add(button("resume", "pause", reader.has(Right.LAUNCH_CAMPAIGNS), reader));
        buttons.add(button("stop", "", true, reader));
      }
      case COMPLETED, CANCELLED -> {
        buttons.add(button("next", "", true, reader));
        buttons.add(button("archive", "", true, reader));
      }
      case ARCHIVED -> buttons.add(button("next", "", true, reader));
      case DRAFT -> {}
    }
    return campaign.alwaysOn()
        ? buttons.stream().filter(button -> !"next".equals(button.get("action"))).toList()
        : buttons;
  }

  private Map<String, Object> button(
      String action, String opposite, boolean allowed, Actor reader) {
    Map<String, Object> button = new HashMap<>();
    button.put("action", action);
    button.put("opposite", opposite);
    button.put("label", words.of("drumbeat.campaign.action." + action));
    button.put("isPrimary", action.equals("resume") || action.equals("next"));
    button.put("isAllowed", allowed && reader.has(Right.USE_CAMPAIGNS));
    button.put(
        "lacks",
        allowed
            ? ""
            : words.of("drumbeat.campaign.lacks-right", words.of(Right.LAUNCH_CAMPAIGNS.key())));
    return button;
  }
}
