package dev.drumbeat.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drumbeat.request.Problems;
import dev.drumbeat.request.Reason;
import java.util.Map;

/** Finds texts of a body that not every database keeps: those with the character U+0000. */
final class UnkeptText {

  /** Enough for anybody; the answer to a body of nothing else must not be as long. */
  private static final int MOST = 20;

  private final Problems found = new Problems();
  private int count;

  private UnkeptText() {}

  /** Refuses the body with every field that holds such a text; a bad name counts for its owner. */
  static void refuse(JsonNode body) {
    UnkeptText text = new UnkeptText();
    text.look(body, "");
    text.found.refuse();
  }

  private void look(JsonNode node, String path) {
    if (node.isTextual()) {
      look(node.textValue(), path);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(node.get(i), path + "[" + i + "]");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      look(field.getKey(), path);
      look(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey());
    }
  }

  private void look(String text, String path) {
    if (text.indexOf('\0') >= 0 && count++ < MOST) {
      found.add(path, Reason.of("drumbeat.json.bad-character"));
    }
  }
}
