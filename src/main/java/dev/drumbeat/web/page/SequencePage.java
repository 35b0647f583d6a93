package dev.drumbeat.web.page;

import dev.drumbeat.request.Right;
import dev.drumbeat.sequence.Sequence;
import dev.drumbeat.sequence.Sequences;
import java.util.List;
import java.util.Map;

/** What does a lead receive, and when? */
public final class SequencePage implements Page {

  private final Sequences sequences;
  private final SequenceEditor editor;

  public SequencePage(Sequences sequences, SequenceEditor editor) {
    this.sequences = sequences;
    this.editor = editor;
  }

  @Override
  public String path() {
    return "/sequences/{id}";
  }

  @Override
  public Right right() {
    return Right.USE_CAMPAIGNS;
  }

  @Override
  public String title() {
    return "drumbeat.sequence.title";
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
    Sequence sequence = sequences.get(request.reader(), request.id());
    return editor.stored(request, sequence, Sequences.mayChange(request.reader(), sequence));
  }
}
