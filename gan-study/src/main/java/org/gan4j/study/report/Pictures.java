package org.gan4j.study.report;

import static org.gan4j.io.Xml.escape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gan4j.study.plan.Combination;
import org.gan4j.study.plan.Trial;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.StudyFolder;

/** The last picture of the first seed of each of the best settings. */
final class Pictures {
  private static final int MOST = 12;

  private Pictures() {}

  static String of(StudyFolder folder, StudyResults results) throws IOException {
    StringBuilder html = new StringBuilder();
    int shown = 0;
    List<Combination> ranked = results.ranked();
    for (Combination setting : ranked.subList(0, Math.min(MOST, ranked.size()))) {
      Trial trial = results.plan().of(setting).get(0);
      Optional<Path> picture = folder.of(trial).picture();
      if (picture.isPresent()) {
        html.append("<figure><img alt=\"Samples of ")
            .append(escape(trial.words()))
            .append("\" src=\"data:image/png;base64,")
            .append(Base64.getEncoder().encodeToString(Files.readAllBytes(picture.get())))
            .append("\"><figcaption>")
            .append(escape(trial.words()))
            .append("</figcaption></figure>\n");
        shown++;
      }
    }
    return shown == 0 ? "" : "<div class=\"plots\">\n" + html + "</div>\n";
  }
}
