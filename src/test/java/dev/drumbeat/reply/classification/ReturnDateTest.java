package dev.drumbeat.reply.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnDateTest {

  /** A Thursday. */
  private static final LocalDate RECEIVED = LocalDate.of(2026, 7, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I am out of the office and will be back on 17 August 2026.          | 2026-08-17
          I'm away until Aug 14 and return on August 17th.                    | 2026-08-17
          Out from 3 August to 14 August, without access to mail.             | 2026-08-14
          I will be traveling July 10-31.                                     | 2026-07-31
          I will be on leave from July 25, 2026 through August 9, 2026.       | 2026-08-09
          Back in the office on 2026-08-17.                                   | 2026-08-17
          I return Monday, August 3rd                                         | 2026-08-03
          I'm out until 08/14/2026                                            | 2026-08-14
          I'm out until 14/08/2026                                            | 2026-08-14
          back on 8/9                                                         | 2026-08-09
          I will return on January 4th                                        | 2027-01-04
          I will be back on Monday.                                           | 2026-08-03
          I'll be back tomorrow                                               | 2026-07-31
          Ich bin bis 14.08.2026 nicht im Büro.                               | 2026-08-14
          Ich bin bis zum 14. August im Urlaub.                               | 2026-08-14
          Vom 3.8. bis 14.8. bin ich nicht erreichbar                         | 2026-08-14
          Ab dem 17.08. bin ich wieder für Sie da                             | 2026-08-17
          Ab Montag bin ich zurück, wieder erreichbar am Dienstag             | 2026-08-04
          Je suis absente jusqu'au 14 août inclus.                            | 2026-08-14
          De retour le 1er septembre 2026                                     | 2026-09-01
          Estaré fuera de la oficina hasta el 14 de agosto de 2026            | 2026-08-14
          Vuelvo el 17 de agosto                                              | 2026-08-17
          Sono assente fino al 14 agosto                                      | 2026-08-14
          Estarei ausente até 14 de agosto                                    | 2026-08-14
          Ik ben afwezig tot en met 14 augustus 2026                          | 2026-08-14
          Jag är tillbaka den 17 augusti                                      | 2026-08-17
          Jeg er tilbage den 17. august                                       | 2026-08-17
          Palaan takaisin 17. elokuuta                                        | 2026-08-17
          Wracam 17 sierpnia 2026                                             | 2026-08-17
          Вернусь 17 августа                                                  | 2026-08-17
          8月17日まで休暇をいただきます                                         | 2026-08-17
          """)
  void the_day_of_return_is_found(String text, LocalDate returnOn) {
    assertThat(ReturnDate.in(text, RECEIVED)).hasValue(returnOn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am out of the office.",
        "I was back on 12 July 2026.",
        "I am away since 20 July.",
        "I am out from 31 July 2026",
        "Until 14 August 2028 everything stays as it is",
        "Call +49 30 12.08.17.20 or 1-800-12-08",
        "Our hours: 9:00 to 17:00, 24/7",
        "Version 3.8.1 is out",
        "back on 31 February 2027",
        "Order 12/34 of 56 May 99"
      })
  void other_numbers_are_no_day_of_return(String text) {
    assertThat(ReturnDate.in(text, RECEIVED)).isEmpty();
  }
}
