package dev.drumbeat.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.database.Sql;
import dev.drumbeat.database.Table;
import dev.drumbeat.host.database.Database;
import dev.drumbeat.host.database.Databases;
import dev.drumbeat.host.database.HostTransactions;
import dev.drumbeat.host.database.TableSpace;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ShardStoreTest {

  private final Database database = Databases.scratch();
  private final ShardStore shards = new ShardStore(new Sql(new HostTransactions(database)));
  private final Holder holder = new Holder("node-1", "engine-1", InstantSource.system());

  ShardStoreTest() {
    TableSpace.open(database, Table.NAMESPACE, List.of(ShardRow.class));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_account_that_nobody_attended_to_yet_is_the_longest_unattended() {
    attend(3, Instant.ofEpochSecond(2_000));
    attend(5, Instant.ofEpochSecond(1_000));
    shards.take(4, holder);

    assertThat(shards.all()).extracting(Shard::accountId).containsExactly(4L, 5L, 3L);
  }

  @Test
  void an_account_is_worked_on_by_one_node_until_its_lease_is_over() {
    Holder other = new Holder("node-2", "engine-2", holder.leases());
    Optional<Shard> taken = shards.take(3, holder);

    assertThat(taken).isPresent();
    assertThat(shards.take(3, other)).isEmpty();
    shards.release(taken.get(), holder);
    assertThat(shards.take(3, other)).isPresent();
  }

  private void attend(long account, Instant at) {
    shards.attend(shards.take(account, holder).orElseThrow(), holder, at);
  }
}
