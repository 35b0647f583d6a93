package dev.drumbeat.host.http;

/** Runs something with another class loader as the thread's, and gives the old one back. */
final class ContextLoader {

  private ContextLoader() {}

  static <E extends Exception> void during(ClassLoader loader, Action<E> action) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What is to be run. */
  interface Action<E extends Exception> {
    void run() throws E;
  }
}
