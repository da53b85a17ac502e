package org.loadline.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loadline.source.DiagnosticSink;
import org.loadline.source.Source;
import org.loadline.syntax.Declaration;
import org.loadline.syntax.Expression;
import org.loadline.syntax.SyntaxFile;

/** What is written becomes the tree that is meant. */
class TreeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        // precedence, loosest first
        "a else b else c                 ! (Else (Else a b) c)",
        "a / b else 0 when c | d otherwise" + " ! (Decision [(Arm (Else (/ a b) 0) c)] d)",
        "a or b and not c                ! (or a (and b (Not c)))",
        "not not a                       ! (Not (Not a))",
        "not a < b                       ! (Not (< a b))",
        "a + b * c - d                   ! (- (+ a (* b c)) d)",
        "a less 3% less 4%               ! (less (less a 0.03) 0.04)",
        "-a * -(-b)                      ! (* (Negate a) (Negate (Negate b)))",
        "-x as number                    ! (Negate (As x number))",
        "(a + b) * c                     ! (* (+ a b) c)",
        // literals
        "100_000.50 USD                  ! 100000.50_USD",
        "5 USD/base * 3 base             ! (* (/ 5_USD base) 3_base)",
        "5%/year                         ! (/ 0.05 year)",
        "0.5 points                      ! 0.5_points",
        "2026-11-20                      ! (DateLiteral 2026-11-20)",
        "2026-11-20T08:00Z               ! (InstantLiteral 2026-11-20T08:00:00Z)",
        "a - 2026-11-20                  ! (- a (DateLiteral 2026-11-20))",
        "true and false                  ! (and (FlagLiteral true) (FlagLiteral))",
        // tests
        "a is not none                   ! (Is a true (NoneLiteral))",
        "a in 1 .. 1.5                   ! (InRange a (Range 1 1.5))",
        "a not in { x, y }               ! (InSet a true [x y])",
        // paths and calls
        "a.b(c).d                        ! (Member (Call (Member a b) [(Argument c)]) d)",
        "f(a, b: c else d)               ! (Call f [(Argument a) (Argument b (Else c d))])",
        "constant()                      ! (Call constant)",
        "sum(xs.y where c)               ! (Call sum [(Argument (Member xs y) c)])",
        "mean(p weighted by w where c)   ! (Call mean [(Argument p c w)])",
        "sum(x / y else 0 for x in xs, y in ys where x is y)"
            + " ! (Call sum [(Argument (Else (/ x y) 0))]"
            + " (Comprehension [(Binder x xs) (Binder y ys)] (Is x y)))",
        "the s in xs where c with least e ! (Pick s xs c e)",
        "the s in xs with greatest e + 1 ! (Pick s xs true (+ e 1))",
        // rounding
        "floor(x)                        ! (Rounding FLOOR x)",
        "ceil(a / b to 0.01 USD)         ! (Rounding CEIL (/ a b) (Of 0.01_USD))",
        "round(x to 6 places, half even) ! (Rounding ROUND_HALF_EVEN x (Places 6))",
        "round(x to market.lot, half up) ! (Rounding ROUND_HALF_UP x (Of (Member market lot)))",
        "away(x to r.decimals places)    ! (Rounding AWAY x (Places (Member r decimals)))",
        "floor(quote(a)).b               ! (Member (Rounding FLOOR (Call quote [(Argument a)])) b)",
        "floor + 1                       ! (+ floor 1)",
        // decisions
        "a when b | c when d             ! (Decision [(Arm a b) (Arm c d)])",
        "1 + (a when b | c otherwise)    ! (+ 1 (Decision [(Arm a b)] c))",
      })
  void readsExpressions(String text, String tree) {
    assertEquals(tree, Parsed.expression(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "import std.margin               ! (Import [std margin])",
        "unit base of market             ! (Unit base market)",
        "param a : ratio = 5%            ! (Param a (TypeExpression [(Factor ratio)]) 0.05)",
        "param a = 1 within 0 .. 2, refused ! (Param a 1 [(Within (Range 0 2)) (Refused)])",
        "param a = 1 changing by at most 5% of its value in any 30 days, clipped"
            + " ! (Param a 1 [(ChangingBy 0.05 true (Clock IN_ANY 30_days)) (Clipped)])",
        "param a = 1 changing by at most 0.5 points once in 3 days"
            + " ! (Param a 1 [(ChangingBy 0.5_points (Clock ONCE_IN 3_days))])",
        "param a = 1 changes together with b ! (Param a 1 [(Together b)])",
        "choice a { b, c }               ! (Choice a [b c])",
        "columns of t { a refused }      ! (Columns t [(ColumnLimits a [(Refused)])])",
        "assume a > 0                    ! (SystemAssumption (Assumption (> a 0)))",
        "report a.b, c                   ! (Report [(Item (Member a b)) (Item c)])",
        "property 't' for each a: b <= c ! (Property t a (<= b c))",
        "f(a, b : USD) = a needs a > 0 with x = 1, y(n) = n"
            + " ! (SystemFact (Definition f [(Parameter a) (Parameter b (TypeExpression [(Factor"
            + " USD)]))] a (> a 0) [(Local x 1) (Local y [(Parameter n)] n)]))",
        "function f(a) { b = a }         ! (Function f [(Parameter a)] [(Definition b a)])",
        "for each a { assume b }         ! (ForEach a [(Assumption b)])",
        "table t of market from tiers by lower, k clamp"
            + " ! (Table t (TableShape [(TableKey lower) (TableKey k)] [CLAMP])"
            + " (FromSnapshot market tiers))",
        "entity a { key id : text }      ! (Entity a [(Key id (TypeExpression [(Factor text)]))])",
        "entity a { of b as c or none listed as ds } ! (Entity a [(Reference b c ds true)])",
        "entity a { x, y : USD * base/year in steps of 18 places or none or unlimited }"
            + " ! (Entity a [(Input [x y] (TypeExpression [(Factor USD) (Factor base)"
            + " (Factor year true)]) (Places 18) true true)])",
        "entity a { w(kind) : 1/year within 0 .. 1 }"
            + " ! (Entity a [(Input [w] [(Parameter kind)] (TypeExpression [(Factor) (Factor year"
            + " true)]) (Range 0 1))])",
        "entity a { x : token of b.c listed as ys }"
            + " ! (Entity a [(Input [x] (TypeExpression [(Factor token [b c])]) ys)])",
        "entity a { x : USD in steps of 0.01 holds floor none or none }"
            + " ! (Entity a [(Input [x] (TypeExpression [(Factor USD)]) (Of 0.01)"
            + " (Bucket HOLDS (Open)) true)])",
        "entity a { x : USD floor -5 }   !"
            + " (Entity a [(Input [x] (TypeExpression [(Factor USD)]) (Bucket (At (Negate 5))))])",
        "action f(p, a : USD) { live p.x; set p.x to a; f(p, a: 1) }"
            + " ! (Action f [(Parameter p) (Parameter a (TypeExpression [(Factor USD)]))] [[p x]]"
            + " [(Set (Member p x) a) (Call f [(Argument p) (Argument a 1)])])",
        "waterfall w of a when c { covers l; serve in order of h descending then id again after"
            + " each } ! (Waterfall w a c [(Covers l) (Serve [(OrderKey h true) (OrderKey id)]"
            + " true)])",
        "waterfall w of a { fix b, c.d; live e; carry n : count starts 0; stop when n > 3;"
            + " remainder r } ! (Waterfall w a [(Fix [[b] [c d]]) (Live [[e]]) (Carry n"
            + " (TypeExpression [(Factor count)]) 0) (Stop (> n 3)) (Remainder r)])",
        "waterfall w of a { step s when c { move b from x.y to z, at most 50% of z, in steps of 1 }"
            + " } ! (Waterfall w a [(StepOf s c [(Move b (Member x y) z [(AtMost (* 0.50 z))"
            + " (InSteps (Of 1))])])])",
        "waterfall w of a { step s { for each p in ps where c ranked by k while d: set p.x to 1 } }"
            + " ! (Waterfall w a [(StepOf s [(ForEach p ps c [(OrderKey k)] d"
            + " [(Set (Member p x) 1)])])])",
        "waterfall w of a { step s { cancel b of x against y; raise x and y by b; refuse r when c }"
            + " } ! (Waterfall w a [(StepOf s [(Cancel b x y) (Raise x y b) (Refuse r c)])])",
        "waterfall w of a { step s { share b from xs.x where c to y by d, each at most e, refilled,"
            + " remainder to the largest k then id } } ! (Waterfall w a [(StepOf s [(Share b (End"
            + " (Member xs x) c) (End y) d [(EachAtMost e) (Refilled) (ToTheLargest [(OrderKey k)"
            + " (OrderKey id)])])])])",
        "waterfall w of a { step s { create b { x = 1 } } }"
            + " ! (Waterfall w a [(StepOf s [(Create b [(Setting x 1)])])])",
        "system { maximum is unlimited } ! (SystemInputs [(MaximumIsUnlimited)])",
      })
  void readsDeclarations(String text, String tree) {
    SyntaxFile file = Parsed.clean(text.replace("'t'", "\"t\"").replace("; ", "\n"));
    assertEquals(tree, Dump.of(file.declarations().getFirst()));
  }

  @Test
  void readsCells() {
    SyntaxFile file =
        Parsed.clean(
            """
            table t by a marginal {
                | a : USD            | "b c" | why       |
                | below -5 USD       | +1%   | it is so  |
                | from 1 below 2     | none  | "BTC-P"   |
                | from 2             | true  | 3 .. 4    |
                | up to 2026-11-20   | -     | otherwise |
            }
            """);
    assertEquals(
        "(Table t (TableShape [(TableKey a)] [MARGINAL]) (Written"
            + " [(HeaderCell a (TypeExpression [(Factor USD)]) (Words a))"
            + " (HeaderCell b c (Scalar \"b c\")) (HeaderCell why (Words why))]"
            + " [(TableRow [(Below -5_USD) (Scalar 0.01) (Words it is so)])"
            + " (TableRow [(FromBelow 1 2) (Scalar (NoneLiteral)) (Scalar \"BTC-P\")])"
            + " (TableRow [(From 2) (Scalar (FlagLiteral true)) (Between 3 4)])"
            + " (TableRow [(UpTo (DateLiteral 2026-11-20)) (OtherSide) (Otherwise)])]))",
        Dump.of(file.declarations().getFirst()));
  }

  @Test
  void readsTests() {
    SyntaxFile file =
        Parsed.clean(
            """
            test "title" {
                given system { now = 1 }
                given param fee = 2%
                given account alice { cash = 1, w(k) = 5% } with positions
                    | market |
                    | BTC    |
                with loans
                    | size |
                given market "W-BTC"
                expect alice.equity = 0
                expect fault alice.health
            }
            """);
    assertEquals(
        "(Test title [(GivenRow system [(Setting now 1)])"
            + " (GivenRow param [(Setting fee 0.02)])"
            + " (GivenRow account alice [(Setting cash 1) (Setting w [k] 0.05)]"
            + " [(GivenChildren positions [(HeaderCell market (Words market))]"
            + " [(TableRow [(Words BTC)])])"
            + " (GivenChildren loans [(HeaderCell size (Words size))])])"
            + " (GivenRow market \"W-BTC\")]"
            + " [(Holds (= (Member alice equity) 0)) (Faults (Member alice health))])",
        Dump.of(file.declarations().getFirst()));
  }

  @Test
  void keepsDocumentation() {
    SyntaxFile file =
        Parsed.clean(
            """
            /// First.
            ///   Indented.
            // a remark
            param a = 1
            entity b {
                /// The key.
                key id
            }
            """);
    assertEquals("(Param a 1 \"First.\n  Indented.\")", Dump.of(file.declarations().get(0)));
    assertEquals("(Entity b [(Key id \"The key.\")])", Dump.of(file.declarations().get(1)));
  }

  @Test
  void resolvesEscapes() {
    assertEquals("\"a\"b\\c\n\u20ac\"", Parsed.expression("\"a\\\"b\\\\c\\n\\u{20AC}\""));
  }

  @Test
  void knowsItsPlaces() {
    String text = "policy p\n// \uD83D\uDE00 takes two units\nx = a + sum(b.c where d)\n";
    Declaration.SystemFact fact =
        assertInstanceOf(
            Declaration.SystemFact.class, Parsed.of(text).file().declarations().getFirst());
    Expression.Binary sum = assertInstanceOf(Expression.Binary.class, fact.definition().body());
    assertEquals("x = a + sum(b.c where d)", fact.span().text());
    assertEquals("a + sum(b.c where d)", sum.span().text());
    assertEquals("+", sum.operator().text());
    assertEquals("sum(b.c where d)", sum.right().span().text());
    assertEquals("test.risk:3:5", sum.left().span().place());
  }

  @Test
  void keepsWhatCouldBeRead() {
    SyntaxFile file =
        Parsed.of("policy p\na = 1 +\nb = 2\nparam c 3\nentity d { key\n x : USD }\n").file();
    assertEquals(
        "[(SystemFact (Definition a (Unreadable))) (SystemFact (Definition b 2))"
            + " (Param c (Unreadable)) (Entity d [(Input [x] (TypeExpression [(Factor USD)]))])]",
        Dump.of(file.declarations()));
  }

  @Test
  void readsAFormulaThatIsBroken() {
    DiagnosticSink sink = new DiagnosticSink();
    Expression expression = Parsing.expression(Source.of("select", "account. + 1"), sink);
    assertInstanceOf(Expression.Unreadable.class, expression);
    assertEquals(
        java.util.List.of("R1010 1:10 A name belongs here, not `+`."),
        new Parsed(null, sink.diagnostics()).messages());
  }
}
