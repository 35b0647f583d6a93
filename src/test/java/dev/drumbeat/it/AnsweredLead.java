package dev.drumbeat.it;

import static dev.drumbeat.it.CampaignFixture.aCampaign;
import static dev.drumbeat.it.CampaignFixture.after;
import static dev.drumbeat.it.CampaignFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;

/** A house where one lead has answered a campaign, for stock clients of Jira to look at. */
final class AnsweredLead {

  static final String ADDRESS = "buyer@stock.test";
  static final String WORDS = "Please call me on Monday";

  private static Journey journey;

  private AnsweredLead() {}

  /** The house; everything there has happened at the first call. */
  static synchronized Journey house() throws MessagingException {
    if (journey == null) {
      journey = Journey.begin();
      Runtime.getRuntime().addShutdownHook(new Thread(journey::close, "stop the stock clients"));
      journey.launch(aCampaign().with(now(), after(3, "days")).to(ADDRESS));
      journey.answers(ADDRESS, WORDS);
      assertThat(journey.stateOf(ADDRESS)).isEqualTo("finished replied");
    }
    return journey;
  }

  /** A personal access token of the one who launched the campaign. */
  static String token() throws MessagingException {
    return house().host.tokens().issue(house().owner());
  }
}
