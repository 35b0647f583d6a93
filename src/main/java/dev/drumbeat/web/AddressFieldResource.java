package dev.drumbeat.web;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.campaign.FirstChoices;
import dev.drumbeat.request.Actor;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where the address of a lead can stand on an issue, over REST. */
@Path("address-fields")
@Produces(MediaType.APPLICATION_JSON)
@LicensedOnly
public final class AddressFieldResource {

  private final Actors actors;
  private final FirstChoices choices;
  private final Answers answers;

  @Inject
  public AddressFieldResource(Actors actors, FirstChoices choices, Answers answers) {
    this.actors = actors;
    this.choices = choices;
    this.answers = answers;
  }

  /** All fields, and which of them a new campaign of the asker begins with. */
  @GET
  public Response list() {
    Actor actor = actors.current();
    return answers.ok(
        AddressFieldsView.of(choices.addressFields(actor), choices.addressField(actor), answers));
  }
}
