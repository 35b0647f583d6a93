package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;

/**
 * What mail programs will not show as its writer expects, and where in the HTML: line and column
 * count from 1. The detail is what it is about, empty when there is nothing to name.
 */
record HtmlRemark(TemplateFault place) {

  Reason reason() {
    return Reason.of(
        "drumbeat.html." + place.problem(),
        Integer.toString(place.line()),
        Integer.toString(place.column()),
        place.detail());
  }
}
