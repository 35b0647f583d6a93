package dev.drumbeat.host.api;

import java.util.Map;

/** Ends a call with an answer that is an error. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient ApiAnswer answer;

  Refusal(ApiAnswer answer) {
    super("refused with " + answer.status());
    this.answer = answer;
  }

  /** One field cannot be taken; the message is for the client. */
  static Refusal of(String field, String message) {
    return new Refusal(ApiAnswer.wrong(Map.of(field, message)));
  }

  ApiAnswer answer() {
    return answer;
  }
}
