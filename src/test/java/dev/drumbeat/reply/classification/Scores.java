package dev.drumbeat.reply.classification;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.drumbeat.reply.classification.CorpusTest.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each label was found to be which: the confusion table, precision and recall. */
record Scores(String of, Map<String, Map<String, Long>> byLabel) {

  static Scores of(String of, List<Verdict> verdicts) {
    return new Scores(
        of,
        verdicts.stream()
            .collect(
                groupingBy(
                    v -> v.sample().label(),
                    TreeMap::new,
                    groupingBy(Verdict::label, TreeMap::new, counting()))));
  }

  /** Of those that were taken for it, how many per cent are it. */
  double precision(String label) {
    long taken = byLabel.values().stream().mapToLong(found -> found.getOrDefault(label, 0L)).sum();
    return taken == 0 ? 0 : 100.0 * hits(label) / taken;
  }

  /** Of those that are it, how many per cent were taken for it. */
  double recall(String label) {
    long all = byLabel.getOrDefault(label, Map.of()).values().stream().mapToLong(n -> n).sum();
    return all == 0 ? 0 : 100.0 * hits(label) / all;
  }

  private long hits(String label) {
    return byLabel.getOrDefault(label, Map.of()).getOrDefault(label, 0L);
  }

  void print() {
    TreeSet<String> labels = new TreeSet<>(byLabel.keySet());
    byLabel.values().forEach(found -> labels.addAll(found.keySet()));
    StringBuilder table =
        new StringBuilder("\nMail classes, " + of + " (rows: label, columns: found)\n");
    table.append("%-20s".formatted(""));
    labels.forEach(label -> table.append("%20s".formatted(label)));
    table.append("%11s%11s%n".formatted("precision", "recall"));
    for (String label : labels) {
      table.append("%-20s".formatted(label));
      labels.forEach(
          found ->
              table.append(
                  "%20d".formatted(byLabel.getOrDefault(label, Map.of()).getOrDefault(found, 0L))));
      table.append("%10.1f%%%10.1f%%%n".formatted(precision(label), recall(label)));
    }
    System.out.println(table);
  }
}
