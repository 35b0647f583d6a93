package dev.drumbeat.sequence;

import dev.drumbeat.request.Reason;
import java.util.Iterator;
import java.util.List;

/** Values that a template may loop over; each turn costs effort. */
record ValueList(List<Object> values, Effort effort) {

  Iterator<Object> iterator() {
    if (values.size() > Effort.MOST_TURNS) {
      throw new Unrenderable(Reason.of("drumbeat.render.too-much-work"));
    }
    Iterator<Object> each = values.iterator();
    return new Iterator<>() {

      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Object next() {
        effort.turn();
        return each.next();
      }
    };
  }
}
