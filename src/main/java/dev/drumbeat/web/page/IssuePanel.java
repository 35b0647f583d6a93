package dev.drumbeat.web.page;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.web.api.model.WebPanel;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.OpenRequests;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Actors;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;

/** The panel where the host puts it: on the page of an issue that the reader may browse. */
public final class IssuePanel implements WebPanel {

  private final Actors actors;
  private final PanelHtml panel;
  private final OpenRequests requests;

  @Inject
  public IssuePanel(Actors actors, PanelHtml panel, OpenRequests requests) {
    this.actors = actors;
    this.panel = panel;
    this.requests = requests;
  }

  @Override
  public String getHtml(Map<String, Object> context) {
    requests.begin();
    try {
      return html(context);
    } finally {
      requests.end();
    }
  }

  private String html(Map<String, Object> context) {
    Optional<Actor> actor = actors.find().filter(a -> a.has(Right.USE_CAMPAIGNS));
    return actor.isPresent() && context.get("issue") instanceof Issue issue
        ? panel.of(actor.get(), issue.getId(), issue.getKey())
        : "";
  }

  @Override
  public void writeHtml(Writer writer, Map<String, Object> context) throws IOException {
    writer.write(getHtml(context));
  }
}
