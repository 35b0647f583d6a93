package dev.drumbeat.host.control;

/** What a test control answers; a null body is none. */
record Reply(int status, Object body) {

  static Reply ok(Object body) {
    return new Reply(200, body);
  }
}
