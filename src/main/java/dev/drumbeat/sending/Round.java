package dev.drumbeat.sending;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One tick over all accounts with due steps. Each gets a slice of the pool in turn, those first
 * that have waited longest, so that a large one starves nobody.
 */
final class Round {

  private final Ground ground;
  private final ShardStore shards;
  private final ShardWork work;
  private final Executor pool;
  private final CompletableFuture<Void> stop = new CompletableFuture<>();

  Round(Ground ground, ShardStore shards, ShardWork work, Executor pool) {
    this.ground = ground;
    this.shards = shards;
    this.work = work;
    this.pool = pool;
  }

  /** Answers how many accounts there were. */
  int run(Duration time) {
    Budget budget = Budget.of(time, stop::isDone);
    List<Long> due = due();
    CompletableFuture<?>[] all =
        due.stream().map(id -> slices(id, budget)).toArray(CompletableFuture[]::new);
    await(CompletableFuture.anyOf(stop, CompletableFuture.allOf(all)), budget);
    return due.size();
  }

  private List<Long> due() {
    Map<Long, Long> attended =
        shards.all().stream()
            .filter(shard -> shard.lastTickAt() != null)
            .collect(toMap(Shard::accountId, shard -> millis(shard)));
    return ground.stores().enrollments().shardsWithDue(ground.now()).stream()
        .sorted(Comparator.comparingLong(id -> attended.getOrDefault(id, 0L)))
        .toList();
  }

  private static long millis(Shard shard) {
    return shard.lastTickAt() == null ? 0 : shard.lastTickAt().toEpochMilli();
  }

  private CompletableFuture<Void> slices(long accountId, Budget budget) {
    return CompletableFuture.supplyAsync(() -> work.slice(accountId, budget), pool)
        .thenCompose(
            more ->
                more && !budget.isOver()
                    ? slices(accountId, budget)
                    : CompletableFuture.completedFuture(null));
  }

  private static void await(CompletableFuture<?> end, Budget budget) {
    try {
      end.get(Math.max(0, budget.left().toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // What is under way goes on alone; its lock keeps the next tick away from it.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  void stop() {
    stop.complete(null);
  }
}
