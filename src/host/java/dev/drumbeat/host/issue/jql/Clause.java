package dev.drumbeat.host.issue.jql;

import java.util.List;

/** A condition on an issue. NOT is gone after parsing: it was pushed down to the operators. */
public sealed interface Clause {

  /** The clause that holds where this one does not, as far as the fields have values. */
  Clause negated();

  /** All of them hold; of none, always. */
  record And(List<Clause> parts) implements Clause {

    @Override
    public Clause negated() {
      return new Or(parts.stream().map(Clause::negated).toList());
    }
  }

  /** At least one of them holds. */
  record Or(List<Clause> parts) implements Clause {

    @Override
    public Clause negated() {
      return new And(parts.stream().map(Clause::negated).toList());
    }
  }

  /** One field, compared with one operand, or with several by {@code in}. */
  record Test(String field, Operator operator, List<Operand> operands) implements Clause {

    @Override
    public Clause negated() {
      return new Test(field, operator.opposite(), operands);
    }
  }
}
