package dev.drumbeat.host.page;

import java.util.function.Supplier;

/**
 * Velocity finds its parts through the loader of the thread, and that may be the loader of an app
 * which brings a Velocity of its own: calls of the host's Velocity run with the host's loader.
 */
final class OwnLoader {

  private OwnLoader() {}

  static <T> T call(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OwnLoader.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
