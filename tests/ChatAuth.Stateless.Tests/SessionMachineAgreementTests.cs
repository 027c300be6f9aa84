using System.Text.RegularExpressions;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Sessions;
using ChatAuth.Stateless.Tests.Walks;
using ChatAuth.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace ChatAuth.Stateless.Tests;

/// <summary>
/// <see cref="SessionMachine"/> beside the same machine on Stateless, which was configured by itself. A walk on which they part is printed with
/// the seed that brings it back, and shortened as far as they still part.
/// </summary>
internal sealed partial class SessionMachineAgreementTests
{
    /// <summary>Visits of each cell, and of each refusal. Each run has walks of its own; the rarest are met above a hundred times, and never come near this few by chance.</summary>
    private const int Enough = 10;

    private static readonly Arbitrary<Walk> Walks = Arb.From(
        from start in Gen.Choose(0, WalkStarts.States.Count - 1)
        from isStored in Gen.Elements(true, false)
        from length in Gen.Choose(30, 60)
        from seeds in Gen.ArrayOf(Gen.Choose(0, int.MaxValue), length)
        select new Walk(start, isStored, seeds), walk => walk.Shorter);

    [Test]
    public void Both_machines_agree_wherever_ten_thousand_walks_lead()
    {
        var coverage = new Coverage();

        Prop.ForAll(Walks, walk =>
        {
            var parted = walk.Disagreement(coverage);
            return (parted is null).Label(parted ?? "");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

        Assert.That(Cells().Where(cell => coverage[cell.Row, cell.Column] < Enough), Is.Empty, "the walks reach every cell of the table");
        Assert.That(coverage.Outcomes.Where(outcome => outcome.Value >= Enough).Select(outcome => outcome.Key), Is.EquivalentTo(Outcomes), "the walks meet every refusal");
    }

    private static IEnumerable<string> Outcomes => new[]
    {
        ErrorCode.ChoiceMoved, ErrorCode.Superseded, ErrorCode.TooManyEnds, ErrorCode.NothingPinned, ErrorCode.FollowsAlready, ErrorCode.PinnedByPerson, ErrorCode.NothingAsked,
    }.Select(code => code.Id).Append("applied");

    /// <summary>The rows and columns of the page, and one column that it leaves out.</summary>
    private static IEnumerable<(string Row, string Column)> Cells()
    {
        var page = Repository.Read("docs/session-states.md");
        var lines = Table().Match(page).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        return from row in lines.Skip(2).Select(cells => cells[0])
               from column in lines[0].Skip(1).Append("PinBroken (time is up)")
               select (row, column);
    }

    [GeneratedRegex("<!-- table -->\n(.*?)<!-- /table -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
