package dev.drumbeat.sequence;

import java.util.Iterator;
import org.apache.velocity.exception.MethodInvocationException;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.Uberspect;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.jspecify.annotations.Nullable;

/**
 * All that a mail template can reach: values by name, turns of a loop, and {@link TextMethods}.
 * Nothing here uses reflection, so there is no way from a value to its class. Public because
 * Velocity makes it by its name.
 */
public final class MailUberspect implements Uberspect {

  @Override
  public void init() {
    // Nothing to learn: what is allowed is written below.
  }

  @Override
  public @Nullable Iterator<Object> getIterator(Object object, Info where) {
    return object instanceof ValueList list ? list.iterator() : null;
  }

  @Override
  public @Nullable VelMethod getMethod(Object object, String name, Object[] arguments, Info where) {
    return object instanceof String && TextMethods.has(name) ? new Call(name, where) : null;
  }

  @Override
  public @Nullable VelPropertyGet getPropertyGet(Object object, String name, Info where) {
    return object instanceof ValueGroup || object instanceof ForeachScope ? new Get(name) : null;
  }

  @Override
  public @Nullable VelPropertySet getPropertySet(
      Object object, String name, Object value, Info where) {
    return null;
  }

  private record Call(String name, Info where) implements VelMethod {

    @Override
    public Object invoke(Object object, Object[] arguments) {
      try {
        return TextMethods.call(name, (String) object, arguments);
      } catch (IllegalArgumentException e) {
        // As it is, Velocity would take it for a method that answers nothing.
        throw new MethodInvocationException(
            e.getMessage(), e, name, "mail", where.getLine(), where.getColumn());
      }
    }

    @Override
    public boolean isCacheable() {
      return true;
    }

    @Override
    public String getMethodName() {
      return name;
    }

    @Override
    public java.lang.reflect.@Nullable Method getMethod() {
      return null;
    }

    @Override
    public Class<?> getReturnType() {
      return Object.class;
    }
  }

  private record Get(String name) implements VelPropertyGet {

    @Override
    public @Nullable Object invoke(Object object) {
      return object instanceof ForeachScope turn ? get(turn) : ((ValueGroup) object).get(name);
    }

    private @Nullable Object get(ForeachScope turn) {
      return switch (name) {
        case "index" -> turn.getIndex();
        case "count" -> turn.getCount();
        case "hasNext" -> turn.hasNext();
        case "first" -> turn.isFirst();
        case "last" -> turn.isLast();
        default -> null;
      };
    }

    @Override
    public boolean isCacheable() {
      return true;
    }

    @Override
    public String getMethodName() {
      return name;
    }
  }
}
