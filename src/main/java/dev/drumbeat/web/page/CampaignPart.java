package dev.drumbeat.web.page;

import dev.drumbeat.campaign.Campaign;
import java.util.Map;

/** One view of the page of a campaign: {@code ?view=leads}. */
public interface CampaignPart {

  /** Its word in the address. */
  String view();

  /** The i18n key of its tab. */
  String title();

  /** Whether it has something to show of a campaign in that state. */
  boolean isFor(Campaign campaign);

  /** The file below {@code templates} that draws it. */
  String template();

  /** What the template shows, as {@link Page#model}. */
  Map<String, ?> model(PageRequest request, Campaign campaign);
}
