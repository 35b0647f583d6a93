package dev.drumbeat.web.page;

import com.atlassian.webresource.api.assembler.PageBuilderService;
import com.atlassian.webresource.api.assembler.RequiredResources;
import dev.drumbeat.request.Actor;
import dev.drumbeat.request.Refusal;
import dev.drumbeat.request.Right;
import dev.drumbeat.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pages of the app, and those that say that there is none for you. */
public final class Pages {

  private static final String EVERYWHERE = "dev.drumbeat.jira:pages";

  private final List<Placed> pages;
  private final Templates templates;
  private final Texts texts;
  private final PageBuilderService resources;

  public Pages(List<Page> pages, Templates templates, Texts texts, PageBuilderService resources) {
    this.pages = pages.stream().map(p -> new Placed(p, new PagePath(p.path()))).toList();
    this.templates = templates;
    this.texts = texts;
    this.resources = resources;
  }

  /** The page at that address, with the number in it. */
  Optional<Found> at(String address) {
    return pages.stream().flatMap(placed -> placed.at(address)).findFirst();
  }

  /** The page inside what the host draws around it. */
  SafeHtml render(Page page, PageRequest request) {
    SafeHtml body = templates.render(page.template(), page.model(request));
    RequiredResources required = resources.assembler().resources();
    page.resources().forEach(required::requireWebResource);
    return framed(page.frame(), page.path(), texts.of(page.title()), body);
  }

  /** There is no such page, or not for this reader. */
  SafeHtml missing() {
    return message(texts.of("drumbeat.page.missing.title"), texts.of("drumbeat.page.missing.text"));
  }

  /** What the reader asked for is not there, or cannot be shown, for that reason. */
  SafeHtml refused(Page page, Refusal refusal) {
    return message(texts.of(page.title()), texts.of(refusal.reason()));
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
        Frame.APP, "", title, templates.render("message.vm", Map.of("title", title, "body", text)));
  }

  private SafeHtml framed(Frame frame, String path, String title, SafeHtml body) {
    resources.assembler().resources().requireWebResource(EVERYWHERE);
    return templates.render(
        "frame.vm",
        Map.of(
            "decorator",
            frame.decorator(),
            "tab",
            "drumbeat-admin" + path.replace('/', '-'),
            "title",
            title,
            "body",
            body));
  }

  /** A page and the number in the address. */
  record Found(Page page, long id) {

    /** Whether the reader has what it takes to open it. */
    boolean isFor(Actor reader) {
      return reader.has(page.right());
    }

    boolean isOfAdministration() {
      return page.right() == Right.ADMINISTER;
    }
  }

  private record Placed(Page page, PagePath path) {

    Stream<Found> at(String address) {
      return path.idIn(address).stream().mapToObj(id -> new Found(page, id));
    }
  }
}
