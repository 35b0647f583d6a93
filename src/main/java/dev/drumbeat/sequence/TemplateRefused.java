package dev.drumbeat.sequence;

/** Ends the check of a template at the first fault; never leaves {@link TemplateParser}. */
final class TemplateRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient TemplateFault fault;

  TemplateRefused(TemplateFault fault) {
    super(fault.problem(), null, false, false);
    this.fault = fault;
  }

  TemplateFault fault() {
    return fault;
  }
}
