package dev.drumbeat.host.page;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the relative addresses of a style sheet right for the place of the batch. */
final class StyleUrls {

  private static final Pattern RELATIVE =
      Pattern.compile("url\\(\\s*([\"']?)(?![\"']|/|#|[a-zA-Z][\\w+.-]*:)([^)\"']+)\\1\\s*\\)");

  private StyleUrls() {}

  /**
   * The style sheet as a part of a batch.
   *
   * @param folder where the module's files are, as seen from the batch, with a slash at its end
   * @param file the name of the style sheet in the module
   */
  static String rebase(String style, String folder, String file) {
    return RELATIVE.matcher(style).replaceAll(url -> url(url, folder, file));
  }

  private static String url(MatchResult url, String folder, String file) {
    String target = URI.create("/" + file).resolve(url.group(2).trim()).toString().substring(1);
    return Matcher.quoteReplacement("url(\"" + folder + target + "\")");
  }
}
