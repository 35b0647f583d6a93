package dev.drumbeat.web;

import dev.drumbeat.campaign.Campaign;
import java.net.URI;
import java.util.List;

/**
 * Who says a sequence: how many campaigns that people made, those of them that the reader may see,
 * and how many leads are under way in all of them.
 */
record UseView(int campaigns, int leads, List<UsingCampaign> visible) {

  /** One campaign that says it. */
  record UsingCampaign(long id, URI self, String name, String state) {

    static UsingCampaign of(Campaign campaign, Answers answers) {
      return new UsingCampaign(
          campaign.id(),
          answers.link("campaigns/" + campaign.id()),
          campaign.plan().name(),
          campaign.state().word());
    }
  }
}
