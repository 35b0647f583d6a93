package dev.drumbeat.sending;

import dev.drumbeat.campaign.Campaign;
import dev.drumbeat.enrollment.Foreseen;
import dev.drumbeat.mail.MailAccount;
import dev.drumbeat.request.Reason;
import dev.drumbeat.sequence.Rendering;
import dev.drumbeat.sequence.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an enrollment would do, before it is done: what becomes of each lead, and what holds for all
 * of them. A campaign that would have to be made has the id 0.
 */
public record EnrollPreview(
    Campaign campaign, Instant asOf, List<Reason> warnings, List<Line> lines) {

  public EnrollPreview {
    warnings = List.copyOf(warnings);
    lines = List.copyOf(lines);
  }

  /** One lead; the mail is there for the first ones who would be enrolled. */
  public record Line(Foreseen lead, @Nullable FirstMail mail) {}

  /**
   * The first mail of a lead, when it is due and from where. The lacking are names of values that
   * any step needs and the lead does not have.
   */
  public record FirstMail(
      MailAccount account,
      Step step,
      Instant at,
      Rendering rendering,
      List<String> lacking,
      List<Reason> warnings) {

    public FirstMail {
      lacking = List.copyOf(lacking);
      warnings = List.copyOf(warnings);
    }
  }
}
