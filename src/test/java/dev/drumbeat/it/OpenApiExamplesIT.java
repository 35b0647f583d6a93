package dev.drumbeat.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.host.Rest;
import dev.drumbeat.host.demo.Patience;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A session with every call of the OpenAPI file, each with the example that stands there. */
class OpenApiExamplesIT {

  private Journey journey;
  private DescribedCalls calls;
  private Rest admin;
  private Rest lena;

  @Test
  void every_example_works_and_answers_what_it_says() throws Exception {
    journey = Journey.begin();
    try {
      calls = new DescribedCalls(journey.host);
      admin = Rest.as(journey.host, "admin");
      lena = Rest.as(journey.host, "lena");
      journey.host.lab().account("onboarding@drumbeat.example", "onboarding");

      administration();
      sequences();
      enrollments();
      campaigns();
      whatCameOfIt();
      theEnd();

      assertThat(calls.made()).containsExactlyInAnyOrderElementsOf(calls.described());
      assertThat(calls.withoutExample()).isEmpty();
    } finally {
      journey.close();
    }
  }

  private void administration() throws IOException {
    admin("getSettings", "replaceSettings", "getRights", "replaceRights", "getStatus");
    admin("getSupportBundle", "createMailAccount", "listMailAccounts");
    admin("getMailAccount", "replaceMailAccount");
    admin("testMailAccount", "getHealthOfMailAccount", "pauseMailAccount", "resumeMailAccount");
  }

  private void sequences() throws IOException {
    lena("listVariables", "previewStep", "testStep", "getOutlook");
    lena("createSequence", "listSequences", "getSequence", "replaceSequence");
    lena("addStep", "getStep", "replaceStep", "listSteps", "orderSteps");
    lena("previewSequence", "testSequence", "getPublishing", "publishSequence", "listVersions");
    lena("getVersion", "revertSequence", "transferSequence");
  }

  private void enrollments() throws IOException {
    lena("previewEnrollInSequence", "enrollInSequence", "getUseOfSequence");
    journey.tick();
    lena("listEnrollments", "getEnrollment", "pauseEnrollment", "resumeEnrollment", "skipStep");
    lena("finishEnrollment", "findLeads", "getLead", "getHistoryOfLead", "deleteStep");
  }

  private void campaigns() throws Exception {
    lena("createCampaign", "listCampaigns", "getCampaign", "replaceCampaign");
    lena("listAddressFields", "getAudience", "getForecast", "testCampaign", "cloneCampaign");
    lena("deleteCampaign", "launchCampaign");
    Patience.until(() -> journey.app.campaign(2).at("/admission/stage").asText().equals("closed"));
    journey.tick();
    lena("listEnrollChoices", "previewEnrollInCampaign", "enrollInCampaign");
    journey.tick();
    journey.answers("amelie.hartmann@example.com", "Yes, please call me on Monday.");
    journey.pass(Duration.ofHours(2));
  }

  private void whatCameOfIt() throws IOException {
    lena("listEnrollmentsOfCampaign", "listEventsOfCampaign", "listSends", "getSend");
    lena("listReplies", "getReply", "closeReply", "openReply", "listEvents");
    lena("getHistoryOfEnrollment", "getPanel", "getStatistics");
    lena("createSuppression", "listSuppressions", "getSuppression");
    lena("tellIncomingEvent", "getIncomingEvent");
    admin("deleteSuppression");
  }

  private void theEnd() throws IOException {
    lena("pauseCampaign", "resumeCampaign", "cancelCampaign", "archiveCampaign");
    journey.app.create("sequences", "{\"name\":\"Nobody's\"}");
    lena("deleteSequence");
    admin("deleteMailAccount", "getRemoval");
    admin.put("/rest/drumbeat/1/settings", "{\"sendingEnabled\":false}");
    admin("orderRemoval");
  }

  private void admin(String... operations) throws IOException {
    for (String operation : operations) {
      calls.call(admin, operation);
    }
    assertThat(calls.faults()).isEmpty();
  }

  private void lena(String... operations) throws IOException {
    for (String operation : operations) {
      calls.call(lena, operation);
    }
    assertThat(calls.faults()).isEmpty();
  }
}
