package dev.drumbeat.campaign;

import dev.drumbeat.mail.MailAccountStore;
import dev.drumbeat.request.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks which accounts a campaign sends from, however they are named. */
final class AccountsCheck {

  private static final int MOST = 100;

  private final MailAccountStore accounts;
  private final Problems problems;

  AccountsCheck(MailAccountStore accounts, Problems problems) {
    this.accounts = accounts;
    this.problems = problems;
  }

  /** Those of the list, or the one of the sending config; none when both are left out. */
  List<Long> check(@Nullable List<Long> mailAccountIds, @Nullable Long sendingConfigId) {
    if (sendingConfigId != null && mailAccountIds != null) {
      problems.add("sendingConfigId", "drumbeat.campaign.accounts-twice");
      return List.of();
    }
    if (sendingConfigId != null) {
      mustExist("sendingConfigId", sendingConfigId);
      return List.of(sendingConfigId);
    }
    return mailAccountIds == null ? List.of() : all(mailAccountIds);
  }

  private List<Long> all(List<Long> ids) {
    if (ids.size() > MOST) {
      problems.add("mailAccountIds", "drumbeat.invalid.too-many", MOST);
      return List.of();
    }
    for (int i = 0; i < ids.size(); i++) {
      mustExist("mailAccountIds[" + i + "]", ids.get(i));
    }
    return ids.stream().distinct().toList();
  }

  private void mustExist(String field, long id) {
    if (accounts.find(id).isEmpty()) {
      problems.add(field, "drumbeat.account.not-found", Long.toString(id));
    }
  }
}
