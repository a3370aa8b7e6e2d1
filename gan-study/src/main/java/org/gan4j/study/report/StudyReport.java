package org.gan4j.study.report;

import static org.gan4j.io.Xml.escape;
import static org.gan4j.io.page.HtmlPage.element;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.io.WholeFile;
import org.gan4j.io.Xml;
import org.gan4j.io.page.HtmlPage;
import org.gan4j.io.plot.Figure;
import org.gan4j.study.plan.SettingText;
import org.gan4j.study.plan.StudyJson;
import org.gan4j.study.plan.StudyPlan;
import org.gan4j.study.result.StudyResults;
import org.gan4j.study.run.StudyFolder;
import org.gan4j.study.trial.TrialResult;
import org.gan4j.study.trial.TrialStatus;

/**
 * Writes the page: findings in words, settings with means and standard errors, figures against each
 * axis, learning curves, pictures of samples, and every trial.
 */
public final class StudyReport {
  private final StudyFolder folder;
  private final StudyResults results;
  private final StringBuilder page = new StringBuilder();

  private StudyReport(StudyFolder folder, StudyResults results) {
    this.folder = folder;
    this.results = results;
  }

  /**
   * Writes the report of a study into its folder.
   *
   * @param folder the folder
   * @param results the results so far
   * @throws IOException if a trial's files cannot be read, or the report cannot be written
   */
  public static void write(StudyFolder folder, StudyResults results) throws IOException {
    WholeFile.write(folder.report(), WholeFile.text(new StudyReport(folder, results).page()));
  }

  private String page() throws IOException {
    String title = "Study " + folder.path().toAbsolutePath().normalize().getFileName();
    page.append(element("h1", escape(title)));
    facts();
    page.append("<section>\n<h2>Findings</h2>\n").append(Findings.of(results));
    page.append("</section>\n<section>\n<h2>Settings</h2>\n").append(SettingsTable.of(results));
    page.append("</section>\n");
    axes();
    figures("Learning curves", Curves.of(folder, results), Curves.note(results), "curve");
    pictures();
    page.append("<section>\n<h2>Trials</h2>\n").append(TrialsTable.of(results));
    page.append("</section>\n");
    page.append("<script>\n").append(HtmlPage.resource(StudyReport.class, "sort.js"));
    page.append("</script>\n");
    return HtmlPage.of(title, HtmlPage.resource(StudyReport.class, "study.css"), page.toString());
  }

  private void facts() {
    page.append("<dl>\n");
    facts(results)
        .forEach(
            (name, value) ->
                page.append("<dt>")
                    .append(escape(name))
                    .append("</dt><dd>")
                    .append(escape(value))
                    .append("</dd>\n"));
    page.append("</dl>\n");
  }

  private static Map<String, String> facts(StudyResults results) {
    StudyPlan plan = results.plan();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "trials",
        String.format(
            Locale.ROOT,
            "%d: %d settings with %d seeds each; %d done, %d diverged, %d failed, %d stopped, %d"
                + " open",
            plan.trials().size(),
            plan.combinations().size(),
            plan.study().seeds().count(),
            results.count(TrialStatus.DONE),
            results.count(TrialStatus.DIVERGED),
            results.count(TrialStatus.FAILED),
            results.count(TrialStatus.STOPPED),
            results.count(TrialStatus.OPEN)));
    facts.put(
        "steps",
        String.format(
            Locale.ROOT, "%d a trial; %d in all", plan.trials().get(0).steps(), results.steps()));
    JsonNode trials = StudyJson.tree(plan.study()).path("trials");
    facts.put("measure", SettingText.of(trials.path("measure")));
    facts.put("stopping", SettingText.of(trials.path("stopping")));
    TreeSet<String> machines = new TreeSet<>();
    results.byTrial().values().stream()
        .map(TrialResult::machine)
        .filter(machine -> !machine.isEmpty())
        .forEach(machine -> machines.add(words(machine)));
    int number = 0;
    for (String machine : machines) {
      facts.put(machines.size() == 1 ? "machine" : "machine " + ++number, machine);
    }
    return facts;
  }

  private static String words(Map<String, String> machine) {
    return machine.entrySet().stream()
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining(", "));
  }

  private void axes() {
    List<Figure> curves = NumericAxes.of(results);
    String rows = NamedAxes.of(results);
    if (curves.isEmpty() && rows.isEmpty()) {
      return;
    }
    page.append("<section>\n<h2>By axis</h2>\n");
    page.append(
        element(
            "p",
            "Each value is a mean over the seeds and the values of the other axes, with its"
                + " standard error over the seeds."));
    page.append(rows);
    plots(curves, "axis");
    page.append("</section>\n");
  }

  private void figures(String title, List<Figure> figures, String note, String id) {
    if (figures.isEmpty()) {
      return;
    }
    page.append("<section>\n").append(element("h2", title)).append(element("p", escape(note)));
    plots(figures, id);
    page.append("</section>\n");
  }

  private void plots(List<Figure> figures, String id) {
    page.append("<div class=\"plots\">\n");
    for (int i = 0; i < figures.size(); i++) {
      page.append(HtmlPage.figure(figures.get(i), id + "-" + (i + 1), Xml::escape));
    }
    page.append("</div>\n");
  }

  private void pictures() throws IOException {
    String pictures = Pictures.of(folder, results);
    if (!pictures.isEmpty()) {
      page.append("<section>\n<h2>Samples</h2>\n").append(pictures).append("</section>\n");
    }
  }
}
