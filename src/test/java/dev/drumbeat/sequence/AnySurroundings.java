package dev.drumbeat.sequence;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Reason;
import java.util.Optional;

/** A host that knows the field status, the user ann, the project SALES and campaign 7. */
final class AnySurroundings implements Surroundings {

  @Override
  public Optional<Reason> queryRefusal(Actor writer, String jql) {
    return jql.contains("=") ? Optional.empty() : Optional.of(Reason.of("no query"));
  }

  @Override
  public boolean hasField(String name) {
    return name.equals("status");
  }

  @Override
  public boolean hasDateField(String id) {
    return true;
  }

  @Override
  public Optional<Reason> campaignRefusal(Actor writer, long campaignId) {
    return campaignId == 7 ? Optional.empty() : Optional.of(Reason.of("no campaign"));
  }

  @Override
  public Optional<String> userKey(String keyOrName) {
    return Optional.of(keyOrName).filter("ann"::equals);
  }

  @Override
  public boolean hasProject(Actor writer, String projectKey) {
    return projectKey.equals("SALES");
  }
}
