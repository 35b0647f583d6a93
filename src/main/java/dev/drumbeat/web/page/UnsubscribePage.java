package dev.drumbeat.web.page;

import dev.drumbeat.web.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The page of somebody who is not logged in and wants no more mail, in the language of the browser.
 * It shows nothing of the lead or the campaign, so it is the same for every token.
 */
public final class UnsubscribePage {

  private static final String KEY = "drumbeat.unsubscribe.";

  private final Templates templates;
  private final Texts texts;

  public UnsubscribePage(Templates templates, Texts texts) {
    this.templates = templates;
    this.texts = texts;
  }

  /** Asks; the button sends the answer. */
  SafeHtml question(Locale language, String contextPath) {
    return page(language, contextPath, "question", true);
  }

  /** Says that it is done. */
  SafeHtml done(Locale language, String contextPath) {
    return page(language, contextPath, "done", false);
  }

  /** Says that it is not, and to try again. */
  SafeHtml failed(Locale language, String contextPath) {
    return page(language, contextPath, "failed", true);
  }

  private SafeHtml page(Locale language, String contextPath, String what, boolean asks) {
    Map<String, Object> model = new HashMap<>();
    model.put("language", language.getLanguage().equals("de") ? "de" : "en");
    model.put("style", contextPath + "/download/resources/dev.drumbeat.jira:public/public.css");
    model.put("asks", asks);
    model.put("title", texts.in(language, KEY + what + ".title"));
    model.put("words", texts.in(language, KEY + what + ".text"));
    model.put("everything", texts.in(language, KEY + "everything"));
    model.put("button", texts.in(language, KEY + "button"));
    return templates.render("unsubscribe.vm", model);
  }
}
