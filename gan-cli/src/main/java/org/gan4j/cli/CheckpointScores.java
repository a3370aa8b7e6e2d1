package org.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gan4j.io.ReadableNumber;

/**
 * The scores of all checkpoints of a run, which says of each number from which parameters it is.
 *
 * @param rows at least one, in the order of their steps
 */
record CheckpointScores(List<Row> rows) {
  private static final int DIGITS = 4;

  /**
   * One generator's score.
   *
   * @param step the number of training steps of its checkpoint
   * @param parameters which parameters the samples come from, in words
   * @param numbers the numbers to compare by; the first one says which generator is better
   * @param json the whole score, and which generator it is of
   */
  record Row(long step, String parameters, List<ScoreNumber> numbers, ObjectNode json) {
    Row {
      numbers = List.copyOf(numbers);
    }

    static Row of(TrainedRun.Generator generator, Score score) {
      ObjectNode json = score.json();
      generator.addTo(json);
      return new Row(generator.steps(), generator.parameters(), score.numbers(), json);
    }

    ScoreNumber ranking() {
      return numbers.get(0);
    }

    String name() {
      return "step " + step + ", " + parameters;
    }
  }

  /** {@return the best row, the first of equals} */
  Row best() {
    Row best = rows.get(0);
    for (Row row : rows) {
      if (row.ranking().isBetterThan(best.ranking())) {
        best = row;
      }
    }
    return best;
  }

  private boolean isLast(Row row) {
    return row.step() == rows.get(rows.size() - 1).step();
  }

  String text() {
    ScoreNumber by = best().ranking();
    String head =
        rows.get(0).numbers().stream()
            .map(number -> String.format(Locale.ROOT, " %21s", number.name()))
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, "%8s  %-25s%s%n", "step", "parameters", head)
        + rows.stream().map(this::line).collect(Collectors.joining())
        + String.format(
            Locale.ROOT,
            "best: %s, by %s (%s is better), chosen among these %d on the samples and pictures of"
                + " this table%nThe best of many is better by chance too: compare runs by their last"
                + " checkpoints, or say that it is the best.",
            best().name(),
            by.name(),
            by.largerIsBetter() ? "larger" : "smaller",
            rows.size());
  }

  private String line(Row row) {
    String numbers =
        row.numbers().stream()
            .map(n -> String.format(Locale.ROOT, " %21s", ReadableNumber.of(n.value(), DIGITS)))
            .collect(Collectors.joining());
    String marks = (isLast(row) ? "  last checkpoint" : "") + (row.equals(best()) ? "  best" : "");
    return String.format(
        Locale.ROOT, "%8d  %-25s%s%s%n", row.step(), row.parameters(), numbers, marks);
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    ScoreNumber by = best().ranking();
    json.put("best_by", by.key()).put("larger_is_better", by.largerIsBetter());
    ArrayNode all = json.putArray("checkpoints");
    for (Row row : rows) {
      all.add(row.json().deepCopy().put("last", isLast(row)).put("best", row.equals(best())));
    }
    return json;
  }
}
