package dev.drumbeat.enrollment;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to become of an applicant: a lead to admit, or why not. */
record Decision(
    Applicant who, @Nullable Lead lead, @Nullable LeftOutReason why, @Nullable Reason detail) {

  /** As far as the applicant alone tells. */
  static Decision on(Applicant who) {
    String raw = who.rawAddress();
    if (raw == null) {
      return no(who, LeftOutReason.NO_ADDRESS, null);
    }
    ParsedAddress parsed = MailAddress.parse(raw);
    if (parsed instanceof ParsedAddress.Refused refused) {
      return no(who, LeftOutReason.INVALID_ADDRESS, refused.reason());
    }
    MailAddress address = ((ParsedAddress.Accepted) parsed).address();
    Lead lead = new Lead(address, who.name(), who.issueId(), who.issueKey(), who.zone());
    return new Decision(who, lead, null, null);
  }

  static Decision no(Applicant who, LeftOutReason why, @Nullable Reason detail) {
    return new Decision(who, null, why, detail);
  }

  Decision butNot(LeftOutReason because, @Nullable Reason more) {
    return no(who, because, more);
  }

  /** What came of it; the run is one of those by their lead. */
  Enrolled outcome(Map<String, Enrollment> runs) {
    Enrollment run = lead == null ? null : runs.get(lead.addressKey());
    return run == null
        ? Enrolled.not(who, why == null ? LeftOutReason.FAILED : why, detail)
        : Enrolled.as(run);
  }
}
