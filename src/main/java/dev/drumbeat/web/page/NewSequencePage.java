package dev.drumbeat.web.page;

import dev.drumbeat.request.Right;
import java.util.List;
import java.util.Map;

/** The page of a sequence that nobody has stored yet, empty or with what a starter says. */
public final class NewSequencePage implements Page {

  private final SequenceEditor editor;

  public NewSequencePage(SequenceEditor editor) {
    this.editor = editor;
  }

  @Override
  public String path() {
    return "/sequences/new";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.sequences.new";
  }

  @Override
  public List<String> resources() {
    return List.of("dev.drumbeat.jira:sequence");
  }

  @Override
  public String template() {
    return "sequence.vm";
  }

  @Override
  public Map<String, ?> model(PageRequest request) {
    return editor.blank(request, request.query("template").flatMap(Starter::of));
  }
}
