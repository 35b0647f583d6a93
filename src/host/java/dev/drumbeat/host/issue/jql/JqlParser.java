package dev.drumbeat.host.issue.jql;

import dev.drumbeat.host.issue.jql.JqlQuery.Sort;
import dev.drumbeat.host.issue.jql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a query by recursive descent; OR binds weaker than AND, AND weaker than NOT. */
public final class JqlParser {

  private static final int DEEPEST = 100;
  private static final int LONGEST = 30_000;
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "in", "is", "empty", "null", "order", "by", "was", "changed");

  private final List<Token> tokens;
  private int next;
  private int depth;

  private JqlParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a query; the empty text asks for all issues.
   *
   * @throws JqlException with the place and what was expected there
   */
  public static JqlQuery parse(String text) {
    if (text.length() > LONGEST) {
      throw new JqlException("The query is longer than " + LONGEST + " characters");
    }
    return new JqlParser(Tokenizer.tokens(text)).query(text);
  }

  private JqlQuery query(String text) {
    boolean everything = peek().kind() == Kind.END || peek().isWord("order");
    Clause where = everything ? new Clause.And(List.of()) : or();
    List<Sort> sorts = peek().isWord("order") ? sorts() : List.of();
    if (peek().kind() != Kind.END) {
      throw expected(sorts.isEmpty() ? "either 'OR' or 'AND'" : "a comma or the end");
    }
    return new JqlQuery(text, where, sorts);
  }

  private Clause or() {
    List<Clause> parts = new ArrayList<>(List.of(and()));
    while (takeWord("or")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new Clause.Or(List.copyOf(parts));
  }

  private Clause and() {
    List<Clause> parts = new ArrayList<>(List.of(unary()));
    while (takeWord("and")) {
      parts.add(unary());
    }
    return parts.size() == 1 ? parts.get(0) : new Clause.And(List.copyOf(parts));
  }

  private Clause unary() {
    // Java's stack is finite, and the text comes from outside.
    if (++depth > DEEPEST) {
      throw JqlException.at(peek().at(), "The query is nested too deeply");
    }
    Clause clause = takeWord("not") ? unary().negated() : takeSign("(") ? group() : test();
    depth--;
    return clause;
  }

  private Clause group() {
    Clause inner = or();
    close("')'");
    return inner;
  }

  private Clause test() {
    String field = name("a field name");
    Operator operator = operator();
    List<Operand> operands =
        switch (operator) {
          case IN, NOT_IN -> list();
          case IS, IS_NOT -> List.of(empty());
          default -> List.of(operand());
        };
    return new Clause.Test(field, operator, operands);
  }

  private Operator operator() {
    if (takeWord("is")) {
      return takeWord("not") ? Operator.IS_NOT : Operator.IS;
    }
    if (takeWord("in")) {
      return Operator.IN;
    }
    if (takeWord("not")) {
      require(takeWord("in"), "'IN' after 'NOT'");
      return Operator.NOT_IN;
    }
    Token token = peek();
    Optional<Operator> sign =
        Stream.of(Operator.values()).filter(o -> token.isSign(o.sign())).findFirst();
    require(sign.isPresent(), "an operator (=, !=, <, >, <=, >=, ~, !~, IN, NOT IN, IS, IS NOT)");
    next++;
    return sign.get();
  }

  private List<Operand> list() {
    if (!takeSign("(")) {
      Operand operand = operand();
      require(operand instanceof Operand.Call, "a list in parentheses or a function");
      return List.of(operand);
    }
    List<Operand> operands = new ArrayList<>(List.of(operand()));
    while (takeSign(",")) {
      operands.add(operand());
    }
    close("a comma or ')'");
    return List.copyOf(operands);
  }

  private Operand operand() {
    if (peek().isWord("empty") || peek().isWord("null")) {
      return empty();
    }
    boolean word = peek().kind() == Kind.WORD;
    String text = name("a value");
    return word && takeSign("(") ? new Operand.Call(text, arguments()) : new Operand.Value(text);
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (!takeSign(")")) {
      do {
        arguments.add(name("an argument"));
      } while (takeSign(","));
      close("a comma or ')'");
    }
    return List.copyOf(arguments);
  }

  private Operand empty() {
    require(takeWord("empty") || takeWord("null"), "'EMPTY'");
    return new Operand.Empty();
  }

  private List<Sort> sorts() {
    next++;
    require(takeWord("by"), "'BY' after 'ORDER'");
    List<Sort> sorts = new ArrayList<>();
    do {
      String field = name("a field name");
      sorts.add(new Sort(field, !takeWord("asc") && takeWord("desc")));
    } while (takeSign(","));
    return List.copyOf(sorts);
  }

  private String name(String expected) {
    Token token = peek();
    boolean keyword =
        token.kind() == Kind.WORD && KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT));
    require((token.kind() == Kind.WORD && !keyword) || token.kind() == Kind.QUOTED, expected);
    next++;
    return token.text();
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean takeWord(String keyword) {
    boolean here = peek().isWord(keyword);
    next += here ? 1 : 0;
    return here;
  }

  private boolean takeSign(String sign) {
    boolean here = peek().isSign(sign);
    next += here ? 1 : 0;
    return here;
  }

  private void close(String expected) {
    require(takeSign(")"), expected);
  }

  private void require(boolean met, String expected) {
    if (!met) {
      throw expected(expected);
    }
  }

  private JqlException expected(String what) {
    Token token = peek();
    return token.kind() == Kind.END
        ? JqlException.atTheEnd(what)
        : JqlException.at(token.at(), "Expecting " + what + " but got '" + token.text() + "'");
  }
}
