package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import dev.drumbeat.mail.AccountTest;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.mail.MailAccountDraft;
import dev.drumbeat.mail.MailAccounts;
import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.StageResult;
import dev.drumbeat.mail.TestMessage;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mail accounts over REST, as the contract says. Rights are checked again by the service. */
@Path("mail-accounts")
@Produces(MediaType.APPLICATION_JSON)
@AdminOnly
public final class MailAccountResource {

  private final Actors actors;
  private final MailAccounts accounts;
  private final AccountTest test;
  private final Answers answers;

  @Inject
  public MailAccountResource(
      Actors actors, MailAccounts accounts, AccountTest test, Answers answers) {
    this.actors = actors;
    this.accounts = accounts;
    this.test = test;
    this.answers = answers;
  }

  /** Accounts by name, a page at a time. */
  @GET
  public Response list(
      @QueryParam("startAt") @Nullable String startAt,
      @QueryParam("maxResults") @Nullable String maxResults) {
    Actor actor = actors.current();
    Paging paging = Paging.of(startAt, maxResults);
    return answers.ok(
        paging.page(
            accounts.count(actor),
            accounts.page(actor, paging.startAt(), paging.maxResults()).stream()
                .map(a -> MailAccountView.of(a, answers))
                .toList()));
  }

  /** Connects an account. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@HeaderParam(Repeats.HEADER) @Nullable String key, InputStream body) {
    Actor actor = actors.current();
    return answers.once(actor, "mail-accounts", key, body, in -> create(actor, in));
  }

  private Response create(Actor actor, InputStream body) {
    MailAccountDraft draft = answers.read(body, MailAccountDraft.class);
    MailAccountView created = MailAccountView.of(accounts.create(actor, draft), answers);
    return answers.created(created.self(), created);
  }

  /** One account. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") long id) {
    return view(accounts.get(actors.current(), id));
  }

  /** Replaces an account; the body names the version that it was made from. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response replace(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    return view(accounts.replace(actor, id, answers.read(body, MailAccountDraft.class)));
  }

  /** Forgets an account. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") long id) {
    accounts.delete(actors.current(), id);
    return Response.noContent().build();
  }

  /** Stops sending from an account. */
  @POST
  @Path("{id}/pause")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response pause(@PathParam("id") long id) {
    return view(accounts.pause(actors.current(), id));
  }

  /** Lets it send again. */
  @POST
  @Path("{id}/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response resume(@PathParam("id") long id) {
    return view(accounts.resume(actors.current(), id));
  }

  /** What the last check found. */
  @GET
  @Path("{id}/health")
  public Response health(@PathParam("id") long id) {
    return answers.ok(
        MailAccountView.Health.of(accounts.get(actors.current(), id).health(), answers));
  }

  /** Tries all stages, or the one that the body names. */
  @POST
  @Path("{id}/test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response test(@PathParam("id") long id, InputStream body) {
    Actor actor = actors.current();
    TestRequest request = answers.readOr(body, TestRequest.ALL, TestRequest.class);
    MailAddress from = accounts.get(actor, id).settings().sender().address();
    TestMessage message = request.message(from, answers);
    List<StageResult> results =
        request
            .only()
            .map(stage -> List.of(test.run(actor, id, stage, message)))
            .orElseGet(() -> test.run(actor, id, message));
    return answers.ok(TestView.of(results, message.messageId(), answers));
  }

  private Response view(MailAccount account) {
    return answers.ok(MailAccountView.of(account, answers));
  }
}
