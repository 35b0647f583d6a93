package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.report.Histories;
import dev.drumbeat.report.HistoryKind;
import dev.drumbeat.report.LeadQuery;
import dev.drumbeat.report.Leads;
import dev.drumbeat.report.Person;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Problems;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** People over all campaigns, over REST: who there is, and what they had from us. */
@Path("leads")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class LeadResource {

  private final Actors actors;
  private final Leads leads;
  private final Histories histories;
  private final Answers answers;

  @Inject
  public LeadResource(Actors actors, Leads leads, Histories histories, Answers answers) {
    this.actors = actors;
    this.leads = leads;
    this.histories = histories;
    this.answers = answers;
  }

  /** People by a whole address, an issue key, or the beginning of an address, domain or name. */
  @GET
  public Response find(
      @QueryParam("q") @Nullable String q,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    LeadQuery query = LeadQuery.of(q);
    return answers.ok(
        LeadView.Found.of(
            paging, leads.find(actor, query, paging.startAt(), paging.maxResults()), answers));
  }

  /** One person: what forbids to write there, and the runs that the reader may see. */
  @GET
  @Path("{email}")
  public Response get(@PathParam("email") String email) {
    return answers.ok(
        PersonView.of(leads.person(actors.current(), LeadPaths.read(email)), answers));
  }

  /** What happened to one person, the last first, perhaps only of one kind. */
  @GET
  @Path("{email}/history")
  public Response history(
      @PathParam("email") String email,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    Problems problems = new Problems();
    HistoryKind only = Words.read("kind", HistoryKind.class, kind, problems);
    problems.refuse();
    Person person = leads.person(actor, LeadPaths.read(email));
    return answers.ok(
        HistoryView.Part.of(
            paging,
            histories.page(actor, person, only, paging.startAt(), paging.maxResults() + 1),
            answers));
  }
}
