package dev.drumbeat.web.page;

import com.atlassian.plugins.rest.api.security.annotation.LicensedOnly;
import dev.drumbeat.enrollment.Enrollments;
import dev.drumbeat.request.Actor;
import dev.drumbeat.web.Actors;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The panel alone, for the script that draws it anew after a change. */
@Path("issues/{key}/panel")
@Produces(MediaType.TEXT_HTML)
@LicensedOnly
public final class IssuePanelResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final Actors actors;
  private final Enrollments enrollments;
  private final PanelHtml panel;

  @Inject
  public IssuePanelResource(Actors actors, Enrollments enrollments, PanelHtml panel) {
    this.actors = actors;
    this.enrollments = enrollments;
    this.panel = panel;
  }

  /** The panel of the issue as the page of the issue has it. */
  @GET
  public Response panel(@PathParam("key") String key) {
    Actor actor = actors.current();
    String html = panel.of(actor, enrollments.issue(actor, key), key);
    return Response.ok(html, HTML).header("Cache-Control", "no-store").build();
  }
}
