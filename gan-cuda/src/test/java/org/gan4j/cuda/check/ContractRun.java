package org.gan4j.cuda.check;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Locale;
import org.gan4j.cuda.check.GpuCheck.Finding;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs tests of the test kit on a backend of any name. */
final class ContractRun {
  private static final String DERIVATIVES = "org.gan4j.testkit.gradient.PrimitiveDerivativesTest";
  private static final String CASE = "org.gan4j.testkit.gradient.PrimitiveCases$Case";

  private ContractRun() {}

  /** Every operation in both element types. */
  static Finding contract(String backend) {
    System.setProperty(NamedBackendContract.BACKEND, backend);
    return run("contract of " + backend, selectClass(NamedBackendContract.class));
  }

  /** First and second derivatives of every primitive, against differences. */
  static Finding derivatives(String backend) {
    System.setProperty("gan4j.check.backends", backend);
    return run(
        "derivatives on " + backend,
        selectMethod(DERIVATIVES + "#derivativesAgreeWithDifferences(" + CASE + ")"));
  }

  private static Finding run(String name, DiscoverySelector tests) {
    long start = System.nanoTime();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(tests).build(), listener);
    TestExecutionSummary summary = listener.getSummary();
    for (TestExecutionSummary.Failure failure : summary.getFailures()) {
      System.out.println(failure.getTestIdentifier().getUniqueId());
      System.out.println("  " + failure.getException());
    }
    long passed = summary.getTestsSucceededCount();
    return new Finding(
        name,
        passed > 0 && summary.getTotalFailureCount() == 0,
        String.format(
            Locale.ROOT,
            "%d of %d in %.0f s",
            passed,
            summary.getTestsFoundCount(),
            (System.nanoTime() - start) * 1e-9));
  }
}
