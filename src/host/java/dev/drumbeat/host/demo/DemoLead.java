package dev.drumbeat.host.demo;

/** One issue of the demo and the person behind it; no address is an empty one. */
record DemoLead(String issueKey, String address, Persona persona) {

  boolean readsMail() {
    return persona.mails() > 0;
  }
}
