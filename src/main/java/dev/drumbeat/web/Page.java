package dev.drumbeat.web;

import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Right;
import java.util.Map;

/** One page of the app: it answers one question. */
interface Page {

  /** The last part of its address, {@code /accounts}. */
  String path();

  /** The right without which the page is refused. */
  Right right();

  /** The i18n key of its title. */
  String title();

  /** The complete key of the scripts and styles that it needs. */
  String resources();

  /** The file below {@code templates} that draws it. */
  String template();

  /** What the template shows to this reader. */
  Map<String, ?> model(Actor reader);
}
