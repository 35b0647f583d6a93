package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.campaign.VisibleCampaigns;
import dev.drumbeat.request.Actor;
import dev.drumbeat.sequence.SequenceLine.UseCount;
import dev.drumbeat.sequence.Sequences;
import dev.drumbeat.web.UseView.UsingCampaign;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Who a change of a sequence touches, over REST. */
@Path("sequences/{id}/use")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class SequenceUseResource {

  /** Enough to name; the campaigns themselves have a list. */
  private static final int MOST = 50;

  private final Actors actors;
  private final Sequences sequences;
  private final VisibleCampaigns campaigns;
  private final Answers answers;

  @Inject
  public SequenceUseResource(
      Actors actors, Sequences sequences, VisibleCampaigns campaigns, Answers answers) {
    this.actors = actors;
    this.sequences = sequences;
    this.campaigns = campaigns;
    this.answers = answers;
  }

  /** The campaigns that say it, the newest first, and the leads under way in them. */
  @GET
  public Response get(@PathParam("id") long id) {
    Actor actor = actors.current();
    UseCount count = sequences.use(actor, id);
    List<UsingCampaign> visible =
        campaigns.saying(actor, id, 0, MOST).stream()
            .map(campaign -> UsingCampaign.of(campaign, answers))
            .toList();
    int leads = sequences.leadsUnderWay(actor, id);
    return answers.ok(new UseView(count.visible() + count.others(), leads, visible));
  }
}
