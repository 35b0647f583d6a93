package dev.drumbeat.host.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small file of comma separated values beside this class, without quotes or commas in them. */
final class SampleTable {

  private SampleTable() {}

  /** The rows of that file by the names in its first line, their order kept. */
  static List<Map<String, String>> rows(String file) {
    List<String> lines = text(file).lines().toList();
    String[] names = lines.get(0).split(",");
    return lines.stream().skip(1).map(line -> row(names, line.split(",", -1))).toList();
  }

  private static Map<String, String> row(String[] names, String[] values) {
    if (values.length != names.length) {
      throw new IllegalStateException(
          "Not " + names.length + " values: " + String.join(",", values));
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      row.put(names[i], values[i]);
    }
    return row;
  }

  private static String text(String file) {
    try (InputStream in = SampleTable.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
