package dev.drumbeat.sequence;

import java.util.Map;
import org.apache.velocity.context.AbstractContext;
import org.jspecify.annotations.Nullable;

/** What the variables of one rendering hold; each look costs effort. */
final class MailContext extends AbstractContext {

  private final Map<String, Object> variables;
  private final Effort effort;

  MailContext(SafeValues values) {
    this.variables = values.roots();
    this.effort = values.effort();
  }

  @Override
  public @Nullable Object internalGet(String key) {
    Object value = variables.get(key);
    if (value != null) {
      effort.look(value);
    }
    return value;
  }

  @Override
  public @Nullable Object internalPut(String key, @Nullable Object value) {
    return value == null ? variables.remove(key) : variables.put(key, value);
  }

  /**
   * Always: which names there are was checked before. One that holds nothing is missing, which the
   * lead can be told; to Velocity it would be a fault.
   */
  @Override
  public boolean internalContainsKey(String key) {
    return true;
  }

  @Override
  public String[] internalGetKeys() {
    return variables.keySet().toArray(String[]::new);
  }

  @Override
  public @Nullable Object internalRemove(String key) {
    return variables.remove(key);
  }
}
