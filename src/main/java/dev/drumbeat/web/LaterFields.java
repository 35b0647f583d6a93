package dev.drumbeat.web;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.drumbeat.campaign.CampaignDraft;
import dev.drumbeat.enrollment.EnrollDraft;
import dev.drumbeat.sequence.StepDraft;
import java.util.Map;
import java.util.Set;

/** Fields of the contract that cannot be used yet. Refused like unknown ones, with other words. */
final class LaterFields {

  private static final Map<Class<?>, Set<String>> LATER =
      Map.of(
          StepDraft.class,
          Set.of("event", "timeout"),
          CampaignDraft.class,
          Set.of("listId", "endAt", "tracking"),
          CampaignDraft.Who.class,
          Set.of("listId"),
          CampaignDraft.Stops.class,
          Set.of("click", "jql", "companyReply"),
          CampaignDraft.Aim.class,
          Set.of("jql", "windowDays"),
          EnrollDraft.class,
          Set.of("contactId"),
          SettingsBody.class,
          Set.of("trackingAllowed", "frequencyCap"));

  private LaterFields() {}

  static boolean has(UnrecognizedPropertyException unknown) {
    return LATER
        .getOrDefault(unknown.getReferringClass(), Set.of())
        .contains(unknown.getPropertyName());
  }
}
