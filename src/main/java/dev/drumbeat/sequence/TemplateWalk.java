package dev.drumbeat.sequence;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTReference;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.runtime.parser.node.StandardParserTreeConstants;

/**
 * Walks a parsed template in the order of its text and stops at the first thing that a mail
 * template may not do. What is not on the list is refused, so that a construct of a later Velocity
 * is too. There are no calculations, lists or ranges: with them a short template could grow without
 * end.
 */
final class TemplateWalk {

  private static final int DEEPEST = 60;
  private static final int MOST_PARTS = 10_000;
  private static final int LONGEST_LITERAL = 1_000;

  private static final Set<String> ALLOWED =
      Set.of(
          "process",
          "Text",
          "Textblock",
          "Comment",
          "Escape",
          "EscapedDirective",
          "Block",
          "IfStatement",
          "ElseIfStatement",
          "ElseStatement",
          "Expression",
          "FloatingPointLiteral",
          "OrNode",
          "AndNode",
          "NotNode",
          "EQNode",
          "NENode",
          "LTNode",
          "GTNode",
          "LENode",
          "GENode",
          "True",
          "False");

  private static final Set<String> FORBIDDEN =
      Set.of("include", "parse", "evaluate", "define", "macro", "stop", "literal");

  private static final Pattern VALUE = Pattern.compile("\\$!?\\{?[A-Za-z_]");

  private final Places places;
  private final References references;
  private int depth = 0;
  private int parts = 0;

  TemplateWalk(Places places, References references) {
    this.places = places;
    this.references = references;
  }

  /** Looks at a node and everything below it. */
  void walk(Node node) {
    if (++depth > DEEPEST || ++parts > MOST_PARTS) {
      throw places.refused(node, "too-complicated", "");
    }
    switch (kind(node)) {
      case "Reference" -> references.read((ASTReference) node, this);
      case "SetDirective" -> references.assign(node, this);
      case "Directive" -> directive((ASTDirective) node);
      case "StringLiteral" -> literal((SimpleNode) node);
      case "IntegerLiteral" -> number((SimpleNode) node);
      default -> other(node);
    }
    depth--;
  }

  /** Looks at the children from that one on. */
  void children(Node node, int from) {
    for (int i = from; i < node.jjtGetNumChildren(); i++) {
      walk(node.jjtGetChild(i));
    }
  }

  private void other(Node node) {
    if (!ALLOWED.contains(kind(node))) {
      throw places.refused(node, "construct", "");
    }
    children(node, 0);
  }

  private void directive(ASTDirective node) {
    String name = node.getDirectiveName();
    if (name.equals("foreach")) {
      references.loop(node, this);
    } else if (name.equals("break")) {
      if (!references.isInLoop() || node.jjtGetNumChildren() > 0) {
        throw places.refused(node, "break", "");
      }
    } else if (FORBIDDEN.contains(name)) {
      throw places.refused(node, "directive", name);
    } else if (looksLikeCall(node)) {
      throw places.refused(node, "no-directive", name);
    }
  }

  /** A word after a # is text, such as a colour; with brackets or a block it wants to be more. */
  private static boolean looksLikeCall(ASTDirective node) {
    String last = node.getLastTokenImage();
    return node.jjtGetNumChildren() > 0
        || node.getDirectiveName().startsWith("@")
        || last.startsWith(")")
        || last.startsWith("#end");
  }

  /** Text in quotes is taken as it is; a value in it would go out as a placeholder. */
  private void literal(SimpleNode node) {
    if (node.literal().length() > LONGEST_LITERAL) {
      throw places.refused(node, "long-literal", "");
    }
    if (VALUE.matcher(node.literal()).find()) {
      throw places.refused(node, "quoted-value", "");
    }
  }

  private void number(SimpleNode node) {
    if (node.value(null) instanceof BigInteger) {
      throw places.refused(node, "long-literal", "");
    }
  }

  static String kind(Node node) {
    return StandardParserTreeConstants.jjtNodeName[((SimpleNode) node).getType()];
  }
}
