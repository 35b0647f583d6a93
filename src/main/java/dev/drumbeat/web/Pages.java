package dev.drumbeat.web;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import dev.drumbeat.request.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages of the app, and the two that say that there is none for you. */
public final class Pages {

  private static final String FRAME = "dev.drumbeat.jira:pages";

  private final List<Page> pages;
  private final Templates templates;
  private final Texts texts;
  private final PageBuilderService resources;

  public Pages(
      AccountsPage accounts, Templates templates, Texts texts, PageBuilderService resources) {
    this.pages = List.of(accounts);
    this.templates = templates;
    this.texts = texts;
    this.resources = resources;
  }

  Optional<Page> at(String path) {
    return pages.stream().filter(p -> p.path().equals(path)).findFirst();
  }

  /** The page inside the host's administration. */
  SafeHtml render(Page page, Actor reader) {
    resources.assembler().resources().requireWebResource(page.resources());
    SafeHtml body = templates.render(page.template(), page.model(reader));
    return framed("atl.admin", texts.of(page.title()), body);
  }

  /** There is no such page, or not for this reader. */
  SafeHtml missing() {
    return message(texts.of("drumbeat.page.missing.title"), texts.of("drumbeat.page.missing.text"));
  }

  /** The reader lacks the right, which is named. */
  SafeHtml refused(Page page) {
    return message(
        texts.of("drumbeat.page.refused.title"),
        texts.of(
            "drumbeat.page.refused.text", texts.of(page.title()), texts.of(page.right().key())));
  }

  private SafeHtml message(String title, String text) {
    return framed(
        "atl.general", title, templates.render("message.vm", Map.of("title", title, "body", text)));
  }

  private SafeHtml framed(String decorator, String title, SafeHtml body) {
    resources.assembler().resources().requireWebResource(FRAME);
    return templates.render(
        "frame.vm", Map.of("decorator", decorator, "title", title, "body", body));
  }
}
