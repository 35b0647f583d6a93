package dev.drumbeat.sequence;

import org.apache.velocity.runtime.parser.node.Node;

/** Finds the nodes of a template in its text. */
record Places(SourceText source) {

  /** The refusal of a template because of that node. */
  TemplateRefused refused(Node node, String problem, String detail) {
    return new TemplateRefused(source.fault(offset(node), problem, detail));
  }

  Mention mention(Node node, String name, boolean hasFallback) {
    return new Mention(name, offset(node), hasFallback);
  }

  /** Whether a backslash takes away the meaning of a node. */
  boolean isEscaped(Node node) {
    return source.isEscaped(offset(node));
  }

  private int offset(Node node) {
    return source.offset(node.getLine(), node.getColumn());
  }
}
