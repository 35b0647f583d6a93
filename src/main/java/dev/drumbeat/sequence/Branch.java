package dev.drumbeat.sequence;

/** Another way, for those for whom the condition holds when the step becomes due. */
public record Branch(Condition condition, Route go) {}
