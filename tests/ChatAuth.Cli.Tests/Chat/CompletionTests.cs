using ChatAuth.Channels.Terminal;
using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class CompletionTests
{
    [Test]
    public void Extend_takes_a_single_candidate_whole()
    {
        var line = Extended("/model op", new TerminalCandidate(7, "opus "));

        Assert.That(line, Is.EqualTo("/model opus |"));
    }

    [Test]
    public void Extend_takes_what_all_candidates_share()
    {
        var line = Extended("/model o", new(7, "opus@anthropic:work"), new(7, "opus@anthropic:home"));

        Assert.That(line, Is.EqualTo("/model opus@anthropic:|"));
    }

    [Test]
    public void Extend_compares_candidates_that_start_at_different_places()
    {
        var line = Extended("/model opus@a", new(7, "opus@anthropic:work"), new(12, "anthropic:home"));

        Assert.That(line, Is.EqualTo("/model opus@anthropic:|"));
    }

    [Test]
    public void Extend_leaves_the_line_when_nothing_more_is_shared()
    {
        var line = Extended("/model ", new(7, "opus"), new(7, "sonnet"));

        Assert.That(line, Is.EqualTo("/model |"));
    }

    [Test]
    public void Extend_takes_the_spelling_of_the_candidates()
    {
        var line = Extended("OP", new(0, "opus-4"), new(0, "Opus-5"));

        Assert.That(line, Is.EqualTo("opus-|"));
    }

    [Test]
    public void Extend_never_takes_back_what_was_typed()
    {
        var line = Extended("opus", new(0, "claude-opus"), new(0, "claude-opus-mini"));

        Assert.That(line, Is.EqualTo("claude-opus|"));
        Assert.That(Extended("opus", new(0, "my-opus"), new(0, "your-opus")), Is.EqualTo("opus|"));
    }

    [Test]
    public void Extend_never_splits_a_sign()
    {
        var line = Extended("a", new(0, "a👩‍👩"), new(0, "a👩‍👧"));

        Assert.That(line, Is.EqualTo("a|"));
    }

    [Test]
    public void Extend_inserts_no_control_characters()
    {
        var line = Extended("a", new TerminalCandidate(0, "ab\e[2J"));

        Assert.That(line, Is.EqualTo("ab[2J|"));
    }

    private static string Extended(string text, params TerminalCandidate[] candidates)
    {
        var line = Completion.Extend(EditBuffer.Of(text), candidates);
        return line.Text.Insert(line.Cursor, "|");
    }
}
