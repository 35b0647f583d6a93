package dev.drumbeat.audience;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * The table of suppressions. One that was lifted stays, with who lifted it and why, under a key
 * that matches nothing.
 */
@Preload
@Table(SuppressionRow.TABLE)
@Indexes({
  @Index(
      name = "newest",
      methodNames = {"getLiftedAt", "getCreatedAt"})
})
public interface SuppressionRow extends RawEntity<Long> {

  String TABLE = "SUPPRESSION";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** {@code a.<address>}, {@code a.<address>.c<campaign>} or {@code d.<domain>}, hashed. */
  @NotNull
  @Unique
  @StringLength(60)
  String getMatchKey();

  /** Null for a domain. */
  @StringLength(320)
  @Nullable String getAddress();

  /** Null for an address. */
  @StringLength(255)
  @Nullable String getDomain();

  /** {@link AddressKey}, which stays when it is lifted; null for a domain. */
  @Indexed
  @StringLength(32)
  @Nullable String getAddressKey();

  /** {@link Lookup} of the address, or of the domain. */
  @Indexed
  @StringLength(120)
  @Nullable String getLookup();

  /** {@link Lookup} of the domain, also that of an address. */
  @Indexed
  @StringLength(120)
  @Nullable String getDomainLookup();

  /** As {@link Scope#text} writes it. */
  @NotNull
  @StringLength(40)
  String getScope();

  /** A name of {@link SuppressionReason}. */
  @NotNull
  @StringLength(20)
  String getReason();

  /** Epoch milliseconds. */
  @NotNull
  Long getCreatedAt();

  /** A user key or a part of the app. */
  @NotNull
  String getCreatedBy();

  /** What its author wants to remember. */
  @StringLength(450)
  @Nullable String getNote();

  /** Epoch milliseconds; null while it is in force. */
  @Nullable Long getLiftedAt();

  /** A user key. */
  @Nullable String getLiftedBy();

  /** What the administrator said. */
  @StringLength(450)
  @Nullable String getLiftedBecause();
}
