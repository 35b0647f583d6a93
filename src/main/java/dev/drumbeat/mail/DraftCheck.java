package dev.drumbeat.mail;

import dev.drumbeat.mail.AccountSettings.Mailbox;
import dev.drumbeat.mail.AccountSettings.SendLimits;
import dev.drumbeat.mail.AccountSettings.Sender;
import dev.drumbeat.request.Problems;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Turns a draft into settings and notes every problem on the way. What it answers is usable only
 * when no problem was noted.
 */
final class DraftCheck {

  private static final int MOST_A_DAY = 1_000_000;
  private static final int LONGEST_GAP_SECONDS = 24 * 60 * 60;

  private final Problems problems;
  private final Fields fields;
  private final @Nullable MailServer smtpTold;
  private final @Nullable MailServer imapTold;

  /** Takes the account that the draft would replace; null is none. */
  DraftCheck(Problems problems, @Nullable MailAccount before) {
    this.problems = problems;
    this.fields = new Fields(problems);
    this.smtpTold = before == null ? null : before.smtpToldPassword();
    this.imapTold = before == null ? null : before.imapToldPassword();
  }

  /** Checks everything, the passwords against those that are stored already. */
  AccountSettings check(MailAccountDraft draft) {
    return new AccountSettings(
        fields.required("name", draft.name(), 100),
        sender(draft),
        smtp(draft.smtp()),
        mailbox(draft.imap()),
        limits(draft.limits()),
        zone(draft.zone()));
  }

  private Sender sender(MailAccountDraft draft) {
    String replyTo = fields.optional("replyTo", draft.replyTo(), 320);
    return new Sender(
        fields.address("fromAddress", fields.required("fromAddress", draft.fromAddress(), 320)),
        fields.optional("fromName", draft.fromName(), 100),
        replyTo == null ? null : fields.address("replyTo", replyTo));
  }

  private MailServer smtp(MailAccountDraft.@Nullable Smtp draft) {
    if (draft == null) {
      problems.add("smtp", "drumbeat.invalid.required");
      return Fields.NO_SERVER;
    }
    String user = fields.optional("smtp.user", draft.user(), 255);
    MailServer smtp = server("smtp", draft.host(), draft.port(), draft.security(), user);
    if (user != null) {
      password("smtp.password", draft.password(), smtp, smtpTold);
    } else if (draft.password() instanceof PasswordChange.Set) {
      problems.add("smtp.user", "drumbeat.invalid.password-without-user");
    }
    return smtp;
  }

  private Mailbox mailbox(MailAccountDraft.@Nullable Imap draft) {
    if (draft == null) {
      problems.add("imap", "drumbeat.invalid.required");
      return new Mailbox(Fields.NO_SERVER, "");
    }
    String user = fields.required("imap.user", draft.user(), 255);
    MailServer imap = server("imap", draft.host(), draft.port(), draft.security(), user);
    password("imap.password", draft.password(), imap, imapTold);
    String folder = fields.optional("imap.folder", draft.folder(), 255);
    return new Mailbox(imap, folder == null ? "INBOX" : folder);
  }

  private MailServer server(
      String path,
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String security,
      @Nullable String user) {
    return new MailServer(
        fields.host(path + ".host", host),
        fields.number(path + ".port", port, 1, 65_535),
        fields.security(path + ".security", security),
        user);
  }

  private void password(
      String field, PasswordChange change, MailServer server, @Nullable MailServer told) {
    if (change instanceof PasswordChange.Set set) {
      fields.password(field, set.password());
    } else if (told == null) {
      problems.add(field, "drumbeat.invalid.required");
    } else if (change instanceof PasswordChange.Keep && !server.mayHearPasswordOf(told)) {
      // Who may change an account but does not know its password could have it sent to himself.
      problems.add(field, "drumbeat.invalid.password-elsewhere");
    }
  }

  private SendLimits limits(MailAccountDraft.@Nullable Limits draft) {
    if (draft == null) {
      return new SendLimits(null, null, null);
    }
    return new SendLimits(
        limit("limits.perDay", draft.perDay(), 1, MOST_A_DAY),
        limit("limits.perHour", draft.perHour(), 1, MOST_A_DAY),
        limit("limits.minimumGapSeconds", draft.minimumGapSeconds(), 0, LONGEST_GAP_SECONDS));
  }

  private @Nullable Integer limit(String field, @Nullable Integer value, int least, int most) {
    return value == null ? null : Integer.valueOf(fields.number(field, value, least, most));
  }

  private @Nullable ZoneId zone(@Nullable String zone) {
    if (zone == null || zone.isBlank()) {
      return null;
    }
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add("zone", "drumbeat.invalid.zone", zone);
      return null;
    }
    return ZoneId.of(zone);
  }
}
