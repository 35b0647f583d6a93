package dev.drumbeat.enrollment;

import dev.drumbeat.campaign.Campaign;
import java.util.List;

/**
 * What an enrollment would do, before it is done. A campaign that is not there yet has the id 0;
 * leads whom nobody may see come last.
 */
public record EnrollOutlook(Campaign campaign, List<Foreseen> leads) {

  public EnrollOutlook {
    leads = List.copyOf(leads);
  }
}
