using ChatAuth.Channels.Terminal;
using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class CandidateTableTests
{
    [Test]
    public void Render_fills_columns_from_top_to_bottom()
    {
        var table = CandidateTable.Render(Plain("aa", "bb", "cc", "dd", "ee"), columns: 6, rows: 10);

        Assert.That(table, Is.EqualTo(new[] { "aa  dd", "bb  ee", "cc" }));
    }

    [Test]
    public void Render_sets_notes_beside_the_candidates()
    {
        var table = CandidateTable.Render([new(0, "opus ", "first"), new(0, "日本", "second"), new(0, "x")], columns: 15, rows: 10);

        Assert.That(table, Is.EqualTo(new[] { "opus  first", "日本  second", "x" }));
    }

    [Test]
    public void Render_says_how_many_candidates_do_not_fit()
    {
        var table = CandidateTable.Render(Plain("aa", "bb", "cc", "dd", "ee", "ff", "gg"), columns: 6, rows: 3);

        Assert.That(table, Is.EqualTo(new[] { "aa  cc", "bb  dd", "… 3 more" }));
    }

    [Test]
    public void Render_shortens_a_candidate_that_is_wider_than_the_screen()
    {
        var table = CandidateTable.Render(Plain("日本語日本語"), columns: 6, rows: 3);

        Assert.That(table, Is.EqualTo(new[] { "日本…" }));
    }

    [Test]
    public void Render_lets_no_control_character_through()
    {
        var table = CandidateTable.Render([new(0, "a\e[2J", "b\u202ec")], columns: 40, rows: 3);

        Assert.That(table, Is.EqualTo(new[] { "a[2J  bc" }));
    }

    private static TerminalCandidate[] Plain(params string[] texts) => [.. texts.Select(text => new TerminalCandidate(0, text))];
}
