package dev.drumbeat.audience;

import dev.drumbeat.mail.MailAddress;
import dev.drumbeat.mail.ParsedAddress;
import dev.drumbeat.request.Problems;
import org.jspecify.annotations.Nullable;

/** Turns a draft into a suppression, or notes what is wrong with it. */
final class SuppressionCheck {

  private static final int LONGEST_NOTE = 450;

  private final Problems problems = new Problems();

  NewSuppression check(SuppressionDraft draft, String createdBy) {
    if ((draft.address() == null) == (draft.domain() == null)) {
      problems.add("address", "drumbeat.suppression.address-or-domain");
    }
    NewSuppression checked =
        new NewSuppression(
            address(draft.address()),
            domain(draft.domain()),
            scope(draft),
            draft.reason() == null ? SuppressionReason.MANUAL : draft.reason(),
            createdBy,
            note(draft.note()));
    problems.refuse();
    return checked;
  }

  private @Nullable MailAddress address(@Nullable String text) {
    if (text == null) {
      return null;
    }
    ParsedAddress parsed = MailAddress.parse(text);
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return accepted.address();
    }
    problems.add("address", ((ParsedAddress.Refused) parsed).reason());
    return null;
  }

  /** A domain is what may stand behind the at sign. */
  private @Nullable String domain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    ParsedAddress parsed = MailAddress.parse("x@" + text.strip());
    if (parsed instanceof ParsedAddress.Accepted accepted) {
      return accepted.address().domain();
    }
    problems.add("domain", ((ParsedAddress.Refused) parsed).reason());
    return null;
  }

  private Scope scope(SuppressionDraft draft) {
    String text = draft.scope();
    Scope scope = text == null ? Scope.INSTANCE : Scope.parse(text).orElse(null);
    if (scope == null) {
      problems.add("scope", "drumbeat.suppression.scope", String.valueOf(text));
      return Scope.INSTANCE;
    }
    if (draft.domain() != null && !scope.equals(Scope.INSTANCE)) {
      problems.add("scope", "drumbeat.suppression.domain-scope");
    }
    return scope;
  }

  private @Nullable String note(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.strip().length() > LONGEST_NOTE) {
      problems.add("note", "drumbeat.invalid.too-long", LONGEST_NOTE);
    }
    return text.strip();
  }
}
