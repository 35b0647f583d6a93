package dev.drumbeat.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.Node;

/**
 * What a template says of values: where it names those of the lead, and which names it makes itself
 * and from what.
 */
final class References {

  /** How to write a value that may be missing, as an example. */
  static final String FALLBACK = "${lead.firstName|'there'}";

  private static final String TURN = "foreach";
  private static final Set<String> OF_A_TURN = Set.of("index", "count", "hasNext", "first", "last");
  private static final int MOST_CALLS = 5;
  private static final int LONGEST_NAME = 200;

  private final Places places;
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, List<String>> madeFrom = new HashMap<>();
  private int loops = 0;

  References(Places places) {
    this.places = places;
  }

  /** Where values of the lead are named, in the order of the text. */
  List<Mention> mentions() {
    return mentions;
  }

  /** The names that the template makes, each with the names of the values it is made from. */
  Map<String, List<String>> madeFrom() {
    return madeFrom;
  }

  boolean isInLoop() {
    return loops > 0;
  }

  void read(ASTReference node, TemplateWalk walk) {
    if (places.isEscaped(node)) {
      return;
    }
    if (node.literal().startsWith("$!")) {
      throw places.refused(node, "quiet", FALLBACK);
    }
    name(node);
    int calls = 0;
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      Node part = node.jjtGetChild(i);
      switch (TemplateWalk.kind(part)) {
        case "Identifier" -> mustNotFollow(part, calls);
        case "Method" -> call((ASTMethod) part, ++calls, walk);
        default -> walk.walk(part);
      }
    }
  }

  private void name(ASTReference node) {
    String name = Insertion.name(node.literal());
    if (name.length() > LONGEST_NAME) {
      throw places.refused(node, "too-complicated", "");
    }
    String root = node.getRootString();
    if (root.equals(TURN) && isInLoop()) {
      if (!OF_A_TURN.contains(name.substring(name.indexOf('.') + 1))) {
        throw places.refused(node, "unknown-name", name);
      }
    } else if (!madeFrom.containsKey(root)) {
      mentions.add(places.mention(node, name, hasFallback(node)));
    }
  }

  private static boolean hasFallback(ASTReference node) {
    int parts = node.jjtGetNumChildren();
    return parts > 0 && TemplateWalk.kind(node.jjtGetChild(parts - 1)).equals("Expression");
  }

  private void mustNotFollow(Node part, int calls) {
    if (calls > 0) {
      throw places.refused(part, "method", part.getFirstTokenImage());
    }
  }

  private void call(ASTMethod node, int calls, TemplateWalk walk) {
    if (!TextMethods.has(node.getMethodName()) || calls > MOST_CALLS) {
      throw places.refused(node, "method", node.getMethodName());
    }
    walk.children(node, 1);
  }

  /** {@code #set($name = …)}: the name is known from here on. */
  void assign(Node node, TemplateWalk walk) {
    int before = mentions.size();
    walk.children(node, 1);
    make((ASTReference) node.jjtGetChild(0), before);
  }

  /** {@code #foreach($name in …)}. */
  void loop(ASTDirective node, TemplateWalk walk) {
    int before = mentions.size();
    walk.walk(node.jjtGetChild(2));
    make((ASTReference) node.jjtGetChild(0), before);
    loops++;
    walk.children(node, 3);
    loops--;
  }

  private void make(ASTReference name, int before) {
    String made = name.getRootString();
    boolean plain = name.jjtGetNumChildren() == 0 && !name.literal().startsWith("$!");
    if (!plain || TemplateNames.ROOTS.contains(made) || made.equals(TURN)) {
      throw places.refused(name, "assign", name.literal());
    }
    List<String> from =
        mentions.subList(before, mentions.size()).stream().map(Mention::name).toList();
    madeFrom.computeIfAbsent(made, any -> new ArrayList<>()).addAll(from);
  }
}
