package dev.drumbeat.campaign;

import java.util.ArrayList;
import java.util.List;
import net.java.ao.Query;
import org.jspecify.annotations.Nullable;

/** Which campaigns are asked for; null is all of them. */
public record CampaignFilter(
    @Nullable String ownerKey,
    @Nullable CampaignState state,
    @Nullable Long sequenceId,
    boolean carriers,
    boolean archived) {

  /** Those that carry direct enrollments are among them. */
  public CampaignFilter(
      @Nullable String ownerKey, @Nullable CampaignState state, @Nullable Long sequenceId) {
    this(ownerKey, state, sequenceId, true, true);
  }

  /** Every campaign. */
  public static final CampaignFilter ALL = new CampaignFilter(null, null, null);

  /** Only those of that owner. */
  public CampaignFilter ownedBy(String key) {
    return new CampaignFilter(key, state, sequenceId, carriers, archived);
  }

  /** Only those that people made. */
  public CampaignFilter withoutCarriers() {
    return new CampaignFilter(ownerKey, state, sequenceId, false, archived);
  }

  /** Only those that nobody put out of the way. */
  public CampaignFilter withoutArchived() {
    return new CampaignFilter(ownerKey, state, sequenceId, carriers, false);
  }

  Query query() {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    add(conditions, values, "OWNER_KEY", ownerKey);
    add(conditions, values, "STATE", state == null ? null : state.name());
    add(conditions, values, "SEQUENCE_ID", sequenceId);
    add(conditions, values, "ALWAYS_ON", carriers ? null : Boolean.FALSE);
    if (!archived) {
      conditions.add("STATE <> ?");
      values.add(CampaignState.ARCHIVED.name());
    }
    Query query = Query.select();
    return conditions.isEmpty()
        ? query
        : query.where(String.join(" AND ", conditions), values.toArray());
  }

  private static void add(
      List<String> conditions, List<Object> values, String column, @Nullable Object value) {
    if (value != null) {
      conditions.add(column + " = ?");
      values.add(value);
    }
  }
}
