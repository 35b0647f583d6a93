package dev.drumbeat.reply.mailbox;

import java.util.function.BooleanSupplier;

/**
 * A visitor that works with the class loader which the thread had before the mail library was
 * entered: it calls the host, whose threads must not inherit the app's.
 */
record OutsideLibrary(Visitor visitor, ClassLoader loader) implements Visitor {

  static Visitor around(Visitor visitor) {
    return new OutsideLibrary(visitor, Thread.currentThread().getContextClassLoader());
  }

  @Override
  public void take(FoundMail mail) {
    boolean unused =
        outside(
            () -> {
              visitor.take(mail);
              return true;
            });
  }

  @Override
  public void broken(long uid, Exception why) {
    boolean unused =
        outside(
            () -> {
              visitor.broken(uid, why);
              return true;
            });
  }

  @Override
  public boolean reached(Position position) {
    return outside(() -> visitor.reached(position));
  }

  private boolean outside(BooleanSupplier work) {
    Thread thread = Thread.currentThread();
    ClassLoader inside = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.getAsBoolean();
    } finally {
      thread.setContextClassLoader(inside);
    }
  }
}
