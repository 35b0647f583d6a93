package dev.drumbeat.host.issue;

/**
 * Where an issue keeps the value or the values of a field.
 *
 * @param expression the column
 * @param rows null for a column of the issue itself, or what selects the issue ids of the rows of
 *     another table, to which a condition can be added
 */
record Place(String expression, String rows) {

  /** Stands for the expression in conditions. */
  static final String VALUE = "{}";

  /** A column of HOST_ISSUE. */
  static Place column(String name) {
    return new Place("I." + name, null);
  }

  /** The rows of HOST_LABEL. */
  static Place labels() {
    return new Place("L.LABEL", "SELECT L.ISSUE_ID FROM HOST_LABEL L WHERE ");
  }

  /** The row of a custom field in HOST_CUSTOM_VALUE. */
  static Place custom(HostField field) {
    return new Place(
        "V." + field.kind().column(),
        "SELECT V.ISSUE_ID FROM HOST_CUSTOM_VALUE V WHERE V.FIELD_ID = "
            + field.number()
            + " AND ");
  }

  /** Issues with a value that meets the condition. */
  Sql having(Sql condition) {
    Sql test = new Sql(condition.text().replace(VALUE, expression), condition.values());
    return rows == null ? test : test.within("I.ID IN (" + rows, ")");
  }

  /** Issues with any value. */
  Sql present() {
    return having(Sql.of(VALUE + " IS NOT NULL"));
  }
}
