package dev.drumbeat.host.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drumbeat.host.issue.HostStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of the workflow: one to each status, from wherever the issue is. */
record TransitionJson(Links links) {

  ArrayNode all() {
    return Json.array(List.of(HostStatus.values()), this::of);
  }

  private ObjectNode of(HostStatus to) {
    ObjectNode json = Json.object().put("id", id(to)).put("name", to.getName());
    json.set("to", new ChoiceJson(links).of(to));
    return json;
  }

  /** Where the transition of that id leads. */
  static Optional<HostStatus> to(String id) {
    return Stream.of(HostStatus.values()).filter(status -> id(status).equals(id)).findFirst();
  }

  private static String id(HostStatus to) {
    return switch (to) {
      case TO_DO -> "11";
      case IN_PROGRESS -> "21";
      case DONE -> "31";
    };
  }
}
