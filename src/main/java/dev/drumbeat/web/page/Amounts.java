package dev.drumbeat.web.page;

import dev.drumbeat.report.Rate;
import dev.drumbeat.request.Actor;
import java.text.NumberFormat;

/** Writes numbers the way the reader is used to. */
final class Amounts {

  private Amounts() {}

  static String text(long amount, Actor reader) {
    return NumberFormat.getIntegerInstance(reader.locale()).format(amount);
  }

  /** A share in per cent; empty when there is nothing that it could be of. */
  static String text(Rate rate, Actor reader) {
    Double share = rate.share();
    if (share == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getPercentInstance(reader.locale());
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }
}
