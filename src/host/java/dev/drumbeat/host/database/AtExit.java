package dev.drumbeat.host.database;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done when the process ends, in turn: the last that was asked for comes first. */
public final class AtExit {

  private static final Deque<Runnable> WORK = new ArrayDeque<>();

  private AtExit() {}

  /** Does that before everything that was asked for earlier. */
  public static void run(Runnable work) {
    synchronized (WORK) {
      if (WORK.isEmpty()) {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::runAll, "at exit"));
      }
      WORK.push(work);
    }
  }

  private static void runAll() {
    synchronized (WORK) {
      WORK.forEach(Runnable::run);
    }
  }
}
