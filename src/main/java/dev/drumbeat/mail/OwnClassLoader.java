package dev.drumbeat.mail;

/**
 * Makes the app's class loader the thread's while a library inside the jar works. Jakarta Mail and
 * Velocity look for their parts through the thread, where they would meet the host's copies.
 */
public final class OwnClassLoader {

  private OwnClassLoader() {}

  /** Runs the work and gives the thread its own loader back. */
  public static <A, E extends Exception> A call(Work<A, E> work) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What is done with the app's loader. */
  @FunctionalInterface
  public interface Work<A, E extends Exception> {

    A run() throws E;
  }
}
