package dev.drumbeat.reply.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 2 Mar 2026 at 10:00, Sales <sales@example.org> wrote:",
        "On Mon, 2 Mar 2026 at 10:00, Sales team with a very long name\n<sales@example.org> wrote:",
        "Am 02.03.2026 um 10:00 schrieb Sales:",
        "Sales <sales@example.org> schrieb am Mo., 2. März 2026,\n10:00:",
        "Le lun. 2 mars 2026 à 10:00, Sales <sales@example.org> a écrit :",
        "El lun, 2 mar 2026 a las 10:00, Sales (<sales@example.org>) escribió:",
        "Il giorno lun 2 mar 2026 alle ore 10:00 Sales <sales@example.org> ha scritto:",
        "Em seg., 2 de mar. de 2026 às 10:00, Sales <sales@example.org> escreveu:",
        "Op ma 2 mrt 2026 om 10:00 schreef Sales <sales@example.org>:",
        "Den mån 2 mars 2026 kl 10:00 skrev Sales <sales@example.org>:",
        "pon., 2 mar 2026 o 10:00 Sales <sales@example.org> napisał(a):",
        "2 мар. 2026 г., в 10:00, Sales <sales@example.org> написал(а):",
        "2026年3月2日(月) 10:00 Sales <sales@example.org>:",
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "---------- Forwarded message ---------",
        "________________________________\nFrom: Sales <sales@example.org>\nSent: Monday\nTo: Ann\nSubject: Hi",
        "Von: Sales\nGesendet: Montag, 2. März 2026\nAn: Ann\nBetreff: Hi",
        "De : Sales\nEnvoyé : lundi 2 mars 2026\nÀ : Ann\nObjet : Hi",
        "*From:* Sales\n*Sent:* Monday\n*To:* Ann\n*Subject:* Hi"
      })
  void the_quoted_mail_goes_whatever_stands_above_it(String above) {
    String text = "Yes, please.\nAnn\n\n" + above + "\n\n> Shall we talk?\n> Sales\n";

    assertThat(NewText.of(text)).isEqualTo("Yes, please.\nAnn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nAnn Buyer\n+49 30 123456",
        "--\nAnn",
        "____________\nAnn Buyer",
        "Sent from my iPhone",
        "Get Outlook for Android",
        "Von meinem iPhone gesendet",
        "Envoyé de mon téléphone",
        "Enviado desde mi iPad",
        "Verzonden vanaf mijn Galaxy"
      })
  void the_signature_goes(String signature) {
    assertThat(NewText.of("Yes, please.\n\n" + signature)).isEqualTo("Yes, please.");
  }

  @Test
  void answers_between_quotes_keep_what_they_answer() {
    String text =
        """
        On 2 Mar 2026, Sales wrote:
        > Which day?
        Thursday.
        > What time?
        Ten.
        > Regards
        """;

    assertThat(NewText.of(text)).isEqualTo("Thursday.\n> What time?\nTen.");
  }

  @Test
  void an_answer_below_the_quote_is_found() {
    String text = "On 2 Mar 2026, Sales <a@example.org> wrote:\n\n> Which day?\n>\n\nThursday.\n";

    assertThat(NewText.of(text)).isEqualTo("Thursday.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My colleague wrote a long report on 3 May.\nI will send it.",
        "From: Berlin\nTo the point: yes.",
        "On 3 May we meet.\nI never wrote that down.",
        "Sent from our warehouse yesterday.",
        "Two things\n--\n"
            + "and this\n"
            + "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20"
      })
  void what_only_looks_like_a_quote_or_a_signature_stays(String text) {
    assertThat(NewText.of(text)).isEqualTo(text);
  }

  @Test
  void nothing_but_a_quote_is_nothing_new() {
    assertThat(NewText.of("> Which day?\n> Sales\n")).isEmpty();
  }
}
