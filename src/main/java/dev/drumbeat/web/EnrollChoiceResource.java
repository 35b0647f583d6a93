package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.EnrollChoice;
import dev.drumbeat.enrollment.EnrollChoices;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a lead may be enrolled, over REST. */
@Path("enroll-choices")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class EnrollChoiceResource {

  /** Of campaigns and of sequences; who wants another one types more of its name. */
  private static final int MOST = 25;

  private final Actors actors;
  private final EnrollChoices choices;
  private final Answers answers;

  @Inject
  public EnrollChoiceResource(Actors actors, EnrollChoices choices, Answers answers) {
    this.actors = actors;
    this.choices = choices;
    this.answers = answers;
  }

  /** Campaigns and sequences whose names contain the text; those that take nobody come last. */
  @GET
  public Response find(@QueryParam("query") @Nullable String query) {
    String text = query == null ? "" : query.strip();
    List<EnrollChoice> found = choices.find(actors.current(), text, MOST);
    return answers.ok(new Found(found.stream().map(one -> ChoiceView.of(one, answers)).toList()));
  }

  /** All that were found. */
  record Found(List<ChoiceView> values) {}

  /** One of them; the state is that of a campaign, the reason is why it takes nobody now. */
  record ChoiceView(
      String kind,
      long id,
      String name,
      @Nullable String state,
      @Nullable String addressField,
      boolean enabled,
      @Nullable String reason) {

    private static ChoiceView of(EnrollChoice choice, Answers answers) {
      return new ChoiceView(
          choice.target().kind().name().toLowerCase(Locale.ROOT),
          choice.target().id(),
          choice.name(),
          choice.state() == null ? null : choice.state().word(),
          choice.addressField(),
          choice.whyNot() == null,
          choice.whyNot() == null ? null : answers.text(choice.whyNot()));
    }
  }
}
