package dev.drumbeat.web.page;

import com.atlassian.plugin.PluginParseException;
import com.atlassian.plugin.web.Condition;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Actors;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a web fragment to users who have the right that the descriptor names. */
public final class RightCondition implements Condition {

  private final Actors actors;
  private Right right = Right.ADMINISTER;

  @Inject
  public RightCondition(Actors actors) {
    this.actors = actors;
  }

  @Override
  public void init(Map<String, String> params) {
    String name = params.getOrDefault("right", "");
    right =
        Stream.of(Right.values())
            .filter(r -> r.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new PluginParseException("no such right: '" + name + "'"));
  }

  @Override
  public boolean shouldDisplay(Map<String, Object> context) {
    Optional<Actor> actor = actors.find();
    return actor.isPresent() && actor.get().has(right);
  }
}
