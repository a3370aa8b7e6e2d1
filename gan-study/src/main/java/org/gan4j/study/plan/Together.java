package org.gan4j.study.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gan4j.core.Expect;

/**
 * Axes that vary together: the first point of each, then the second of each, and so on. With random
 * axes this is a random search.
 *
 * @param axes the axes, with as many points each
 */
public record Together(List<StudyAxis> axes) implements StudyAxis {
  /**
   * Checks that the axes have as many points.
   *
   * @param axes at least two axes
   */
  public Together {
    Expect.that(
        axes != null && axes.size() > 1,
        "together",
        "at least two axes",
        axes == null ? "none" : axes.size());
    axes = List.copyOf(axes);
    List<Integer> sizes = axes.stream().map(axis -> axis.points().size()).toList();
    Expect.that(
        sizes.stream().distinct().count() == 1,
        "together",
        "axes of as many points each",
        sizes.stream().map(String::valueOf).collect(Collectors.joining(" and ")));
  }

  @Override
  public List<List<String>> factors() {
    return axes.stream().flatMap(axis -> axis.factors().stream()).toList();
  }

  @Override
  public List<List<JsonNode>> points() {
    List<List<JsonNode>> points = new ArrayList<>();
    for (int i = 0; i < axes.get(0).points().size(); i++) {
      List<JsonNode> point = new ArrayList<>();
      for (StudyAxis axis : axes) {
        point.addAll(axis.points().get(i));
      }
      points.add(point);
    }
    return points;
  }
}
