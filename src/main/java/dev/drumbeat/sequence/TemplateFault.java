package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;

/**
 * What is wrong with a template, and where: line and column count from 1. The detail is the word
 * that it is about, empty when there is none.
 */
record TemplateFault(int line, int column, String problem, String detail) {

  Reason reason() {
    return Reason.of(
        "drumbeat.template." + problem, Integer.toString(line), Integer.toString(column), detail);
  }
}
