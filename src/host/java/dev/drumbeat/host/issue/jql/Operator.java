package dev.drumbeat.host.issue.jql;

import java.util.EnumSet;
import java.util.Set;

/** How a field is compared with its operands; each operator has an opposite. */
public enum Operator {
  EQUALS("="),
  NOT_EQUALS("!="),
  IN("in"),
  NOT_IN("not in"),
  IS("is"),
  IS_NOT("is not"),
  LESS("<"),
  AT_LEAST(">="),
  MORE(">"),
  AT_MOST("<="),
  CONTAINS("~"),
  CONTAINS_NOT("!~");

  /** Operators of fields that have one of a few values. */
  public static final Set<Operator> CHOICE = EnumSet.range(EQUALS, IS_NOT);

  /** Operators of fields whose values have an order. */
  public static final Set<Operator> ORDER = EnumSet.range(EQUALS, AT_MOST);

  /** Operators of running text. */
  public static final Set<Operator> TEXT = EnumSet.of(CONTAINS, CONTAINS_NOT, IS, IS_NOT);

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  /** As it is written in a query. */
  public String sign() {
    return sign;
  }

  /** The operator that holds for the other issues, those without a value left aside. */
  public Operator opposite() {
    return switch (this) {
      case EQUALS -> NOT_EQUALS;
      case NOT_EQUALS -> EQUALS;
      case IN -> NOT_IN;
      case NOT_IN -> IN;
      case IS -> IS_NOT;
      case IS_NOT -> IS;
      case LESS -> AT_LEAST;
      case AT_LEAST -> LESS;
      case MORE -> AT_MOST;
      case AT_MOST -> MORE;
      case CONTAINS -> CONTAINS_NOT;
      case CONTAINS_NOT -> CONTAINS;
    };
  }
}
