package dev.drumbeat.web;

import dev.drumbeat.report.Rate;
import org.jspecify.annotations.Nullable;

/** A share from 0 to 1, what it is of, and how it is defined; without a value nothing was tried. */
record RateView(@Nullable Double value, long part, long whole, String definition) {

  static RateView of(Rate rate, String definition) {
    return new RateView(rate.share(), rate.part(), rate.whole(), definition);
  }
}
