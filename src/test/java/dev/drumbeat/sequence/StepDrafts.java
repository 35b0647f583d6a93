package dev.drumbeat.sequence;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drafts of steps of which a test says what matters to it, by the names of REST. */
public final class StepDrafts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StepDrafts() {}

  public static StepDraft of(
      @Nullable Integer version,
      @Nullable Long id,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String html,
      @Nullable String text,
      @Nullable Integer delayValue,
      @Nullable String delayUnit,
      @Nullable String anchor,
      @Nullable String thread,
      @Nullable String purpose) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("version", version);
    fields.put("id", id);
    fields.put("kind", kind);
    fields.put("subject", subject);
    fields.put("html", html);
    fields.put("text", text);
    fields.put("delayValue", delayValue);
    fields.put("delayUnit", delayUnit);
    fields.put("anchor", anchor);
    fields.put("thread", thread);
    fields.put("purpose", purpose);
    return of(fields);
  }

  /** A step of which nothing is there but these fields. */
  public static StepDraft of(Map<String, ?> fields) {
    return JSON.convertValue(fields, StepDraft.class);
  }

  /** A mail, whatever it says, with these fields beside. */
  public static StepDraft mail(Map<String, ?> fields) {
    Map<String, Object> all = new HashMap<>(Map.of("subject", "Hello", "text", "How are you?"));
    all.putAll(fields);
    return of(all);
  }

  /** A mail at an anchor. */
  public static StepDraft timed(
      String anchor, @Nullable Integer value, @Nullable String unit, @Nullable String at) {
    Map<String, Object> fields = new HashMap<>(Map.of("anchor", anchor));
    fields.put("delayValue", value);
    fields.put("delayUnit", unit);
    fields.put("at", at);
    return mail(fields);
  }

  /** A mail with variants. */
  public static StepDraft tested(@Nullable String thread, VariantDraft... variants) {
    Map<String, Object> fields = new HashMap<>(Map.of("variants", List.of(variants)));
    fields.put("thread", thread);
    return of(fields);
  }

  /** The same mail with ways. */
  public static StepDraft flowing(
      StepDraft mail,
      @Nullable ConditionDraft condition,
      @Nullable RouteDraft otherwise,
      @Nullable List<BranchDraft> branches,
      @Nullable RouteDraft next) {
    Map<String, Object> fields = fields(mail);
    fields.put("condition", condition);
    fields.put("otherwise", otherwise);
    fields.put("branches", branches);
    fields.put("next", next);
    return of(fields);
  }

  private static Map<String, Object> fields(StepDraft draft) {
    return JSON.convertValue(draft, new TypeReference<HashMap<String, Object>>() {});
  }

  /** A task at an anchor. */
  public static StepDraft task(
      String summary,
      @Nullable String anchor,
      int value,
      String unit,
      @Nullable String assignee,
      @Nullable String project,
      boolean hold) {
    Map<String, Object> fields = new HashMap<>(Map.of("kind", "task", "summary", summary));
    fields.put("description", "Ask ${lead.email}.");
    fields.put("anchor", anchor);
    fields.put("delayValue", value);
    fields.put("delayUnit", unit);
    fields.put("assignee", assignee);
    fields.put("project", project);
    fields.put("hold", hold);
    return of(fields);
  }

  public static ConditionDraft jql(String jql) {
    return new ConditionDraft("jql", null, null, jql, null, null, null, null, null);
  }

  public static ConditionDraft replied(@Nullable String replyClass) {
    return new ConditionDraft("replied", null, replyClass, null, null, null, null, null, null);
  }

  public static ConditionDraft field(String field, String operator, @Nullable String value) {
    return new ConditionDraft("field", null, null, null, field, operator, value, null, null);
  }

  public static ConditionDraft not(ConditionDraft it) {
    return new ConditionDraft(
        it.type(),
        true,
        it.replyClass(),
        it.jql(),
        it.field(),
        it.operator(),
        it.value(),
        null,
        null);
  }

  public static RouteDraft go(String word) {
    return new RouteDraft(word, null, null, null);
  }

  public static RouteDraft toPosition(int position) {
    return new RouteDraft("step", null, position, null);
  }

  public static RouteDraft toStep(long id) {
    return new RouteDraft("step", id, null, null);
  }

  public static RouteDraft toCampaign(long id) {
    return new RouteDraft("campaign", null, null, id);
  }

  public static BranchDraft branch(ConditionDraft condition, RouteDraft go) {
    return new BranchDraft(condition, go.go(), go.stepId(), go.position(), go.campaignId());
  }
}
