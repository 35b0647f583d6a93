package dev.drumbeat.mail;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * The table of mail accounts. There are no setters: {@link MailAccountStore} writes by conditional
 * statements, which Active Objects does not have. Instants are epoch milliseconds, since some
 * databases cut a timestamp to seconds.
 */
@Preload
@Table(MailAccountRow.TABLE)
public interface MailAccountRow extends RawEntity<Long> {

  String TABLE = "MAIL_ACCOUNT";

  /** Given by the database. */
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getId();

  /** Counts changes by people, from 1; a change names the version that it read. */
  @NotNull
  Integer getVersion();

  /** What people call the account. */
  @NotNull
  @StringLength(100)
  String getName();

  /** The name in lower case, since some databases tell letters apart and some do not. */
  @NotNull
  @Unique
  @StringLength(100)
  String getNameKey();

  /** The address that mail is from, normal form. */
  @NotNull
  String getFromAddress();

  /** The name beside the address. */
  @Nullable String getFromName();

  /** Where answers go, normal form; null is the from address. */
  @Nullable String getReplyTo();

  /** The server that mail is handed to. */
  @NotNull
  String getSmtpHost();

  /** Its port. */
  @NotNull
  Integer getSmtpPort();

  /** A word of {@link Security}. */
  @NotNull
  @StringLength(20)
  String getSmtpSecurity();

  /** Null when the server wants no log-in. */
  @Nullable String getSmtpUser();

  /** Encrypted by {@link Secrets}. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getSmtpPassword();

  /** The server of the mailbox. */
  @NotNull
  String getImapHost();

  /** Its port. */
  @NotNull
  Integer getImapPort();

  /** A word of {@link Security}. */
  @NotNull
  @StringLength(20)
  String getImapSecurity();

  /** The user of the mailbox. */
  @NotNull
  String getImapUser();

  /** Encrypted by {@link Secrets}. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getImapPassword();

  /** The folder that answers come to. */
  @NotNull
  String getImapFolder();

  /** Most messages a day; null is no limit. */
  @Nullable Integer getPerDay();

  /** Most messages an hour; null is no limit. */
  @Nullable Integer getPerHour();

  /** Least seconds between two messages; null is none. */
  @Nullable Integer getGapSeconds();

  /** An IANA zone in which a day is counted; null is the instance's. */
  @StringLength(60)
  @Nullable String getZone();

  /** Whether an administrator stopped sending from it. */
  boolean isPaused();

  /** When it was connected. */
  @NotNull
  Long getCreatedAt();

  /** When somebody last changed it. */
  @NotNull
  Long getUpdatedAt();

  /** When its servers were last tried; null is never. */
  @Nullable Long getCheckedAt();

  /** A name of {@link AccountHealth.State}. */
  @StringLength(20)
  @Nullable String getSmtpState();

  /** Why SMTP failed, as {@link ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getSmtpReason();

  /** A name of {@link AccountHealth.State}. */
  @StringLength(20)
  @Nullable String getImapState();

  /** Why IMAP failed, as {@link ReasonText} writes it. */
  @StringLength(StringLength.UNLIMITED)
  @Nullable String getImapReason();

  /** Checks in a row that found something wrong. */
  int getFailures();
}
