package dev.drumbeat;

import dev.drumbeat.log.Fault;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The app's own threads for work that would hold up a request or the host's scheduler. Work that
 * finds no place is dropped: everything that comes here stands in the tables, and its job brings it
 * again.
 */
final class Pool implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(Pool.class);
  private static final int WAITING = 1_000;
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final String name;
  private final ThreadPoolExecutor threads;

  /** Its threads begin with the first work and end when there is none. */
  Pool(String name, int size) {
    this.name = name;
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "drumbeat-" + name);
    thread.setDaemon(true);
    // Of whoever asks first otherwise, which may be an app that is gone later.
    thread.setContextClassLoader(Pool.class.getClassLoader());
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    try {
      threads.execute(() -> run(work));
    } catch (RejectedExecutionException e) {
      if (!threads.isShutdown()) {
        LOG.warn("The pool {} is full, so its job has to bring some work again", name);
      }
    }
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Work of the pool {} failed; its job brings it again", name, Fault.of(e));
    }
  }

  /** Begins nothing any more; what waits for its turn is brought again by its job. */
  void stop() {
    threads.getQueue().clear();
    threads.shutdown();
  }

  /** Waits for what has begun; false when something still works after that time. */
  boolean await(Patience patience) {
    try {
      return threads.awaitTermination(patience.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
