package dev.drumbeat.web.page;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a page, which may have a number in the place of {@code {id}}. */
final class PagePath {

  private static final String ID = "{id}";

  private final Pattern pattern;

  PagePath(String path) {
    this.pattern = Pattern.compile("\\Q" + path.replace(ID, "\\E([1-9]\\d{0,17})\\Q") + "\\E");
  }

  /** The number in an address, 0 for one without; empty when it is not of this page. */
  OptionalLong idIn(String address) {
    Matcher found = pattern.matcher(address);
    if (!found.matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(found.groupCount() == 0 ? 0 : Long.parseLong(found.group(1)));
  }
}
