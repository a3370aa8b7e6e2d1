package org.gan4j.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TheoremTest {
  @Test
  void resultsComeInTheOrderOfTheRows() throws InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(new FakeRow("r" + i, 1));
    }
    Setting setting = new Setting(1, false, 4, (fraction, what) -> {});
    List<Result> results = Theorem.of(rows).check(setting, FakeRows.NOBODY);
    assertThat(results.stream().map(result -> result.statement().id()))
        .containsExactlyElementsOf(rows.stream().map(row -> row.statement().id()).toList());
    assertThat(results).allMatch(Result::holds);
  }

  @Test
  void aWrongNumberFailsItsRowOnly() throws InterruptedException {
    List<Result> results = FakeRows.check(new FakeRow("good", 1.0009), new FakeRow("bad", 1.0011));
    assertThat(results.get(0).holds()).isTrue();
    assertThat(results.get(1).holds()).isFalse();
    assertThat(results.get(1).failures())
        .containsExactly(Check.equal("the number", 1.0011, 1, 1e-3));
  }

  @Test
  void aRowThatThrowsOrChecksNothingFails() throws InterruptedException {
    List<Result> results =
        FakeRows.check(
            row(
                "throws",
                () -> {
                  throw new IllegalStateException("no number");
                }),
            row(
                "error",
                () -> {
                  throw new StackOverflowError();
                }),
            row("empty", () -> Evidence.collect().number("x", 1).done()),
            new FakeRow("good", 1));
    assertThat(results).extracting(Result::holds).containsExactly(false, false, false, true);
    assertThat(results.get(0).breakdown()).contains("java.lang.IllegalStateException: no number");
    assertThat(results.get(1).breakdown()).contains("java.lang.StackOverflowError");
    assertThat(results.get(2).breakdown()).isEmpty();
  }

  @Test
  void theListenerIsCalledForEveryRow() throws InterruptedException {
    List<String> events = new ArrayList<>();
    Theorem.of(List.of(new FakeRow("a", 1), new FakeRow("b", 2)))
        .check(
            Setting.quick(1),
            new Theorem.Listener() {
              @Override
              public void reached(Statement row, double fraction, String what) {
                events.add(row.id() + " " + fraction + " " + what);
              }

              @Override
              public void finished(Result result) {
                events.add(result.statement().id() + " " + result.holds());
              }
            });
    assertThat(events)
        .containsExactly(
            "a 0.0 begins",
            "a 0.5 half way",
            "a true",
            "b 0.0 begins",
            "b 0.5 half way",
            "b false");
  }

  /** A row that works until it is interrupted. */
  private record Endless(CountDownLatch begun) implements Row {
    @Override
    public Statement statement() {
      return Statement.of("endless", "endless");
    }

    @Override
    public Evidence check(Setting setting) {
      while (true) {
        setting.reached(0.5, "still");
        begun.countDown();
      }
    }
  }

  @Test
  void afterAnInterruptionNoListenerIsCalled() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(2);
    AtomicLong calls = new AtomicLong();
    AtomicLong atTheReturn = new AtomicLong(-1);
    Theorem.Listener counting =
        new Theorem.Listener() {
          @Override
          public void reached(Statement row, double fraction, String what) {
            calls.incrementAndGet();
          }

          @Override
          public void finished(Result result) {
            calls.incrementAndGet();
          }
        };
    Theorem theorem = Theorem.of(List.of(new Endless(begun)));
    Thread checking =
        new Thread(
            () -> {
              try {
                theorem.check(Setting.quick(1), counting);
              } catch (InterruptedException e) {
                atTheReturn.set(calls.get());
              }
            });
    checking.start();
    begun.await();
    checking.interrupt();
    checking.join();
    Thread.sleep(20);
    assertThat(calls.get()).isEqualTo(atTheReturn.get()).isPositive();
  }

  @Test
  void aPartKeepsTheOrderAndUnknownRowsAreNamed() {
    Theorem all =
        Theorem.of(List.of(new FakeRow("1", 1), new FakeRow("2b", 1), new FakeRow("3", 1)));
    assertThat(all.only(Set.of("3", "1")).statements())
        .extracting(Statement::id)
        .containsExactly("1", "3");
    assertThatThrownBy(() -> all.only(Set.of("4")))
        .hasMessage("row: expected one of 1, 2b, 3, got '4'");
  }

  @Test
  void idsAreUniqueNames() {
    assertThatThrownBy(() -> Theorem.of(List.of(new FakeRow("1", 1), new FakeRow("1", 2))))
        .hasMessage("Theorem: expected ids that differ, got '1' twice; rename one");
    assertThatThrownBy(() -> Statement.of("1,2", ""))
        .hasMessage("Statement.id: expected letters, digits and hyphens, got '1,2'");
  }

  private interface Body {
    Evidence evidence();
  }

  private static Row row(String id, Body body) {
    return new Row() {
      @Override
      public Statement statement() {
        return Statement.of(id, id);
      }

      @Override
      public Evidence check(Setting setting) {
        return body.evidence();
      }
    };
  }
}
